-- Those of some ids (a JSON list) whose people the viewer may see.
select coalesce(json_agg(person.id), '[]') as item
from profiles person
where person.id in (select cast(value as uuid) from json_array_elements_text(cast(:ids as json)) value)
  and is_person_visible(person, cast(:viewer_id as uuid));
