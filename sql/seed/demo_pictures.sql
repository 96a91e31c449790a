-- Which pictures somebody never had, as a JSON list of kinds.
select coalesce(json_agg(picture.kind), '[]') as item
from profiles person,
  lateral (values ('AVATAR', person.avatar_change), ('COVER', person.cover_change)) as picture (kind, change)
where person.id = cast(:id as uuid) and picture.change is null
