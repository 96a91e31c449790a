-- Somebody's page, by handle in lower case; no row when there is nobody, or nobody whom the viewer may see. `viewer_id`
-- is null for a visitor.
select profile_json(person, cast(:viewer_id as uuid)) as item
from profiles person
where lower(person.handle) = :handle
  and is_profile_open(person, cast(:viewer_id as uuid));
