-- The profiles of up to 50 people, a JSON list of ids, in no order: those who are there for the viewer, and those whom the
-- viewer blocks, who have a name for them still.
select presented.item
from profiles person
cross join lateral profile_items(person, cast(:viewer_id as uuid)) presented
where person.id in (select cast(value as uuid) from jsonb_array_elements_text(cast(:ids as jsonb)))
  and (
    is_person_visible(person, cast(:viewer_id as uuid))
    or exists (select from blocks where blocker_id = cast(:viewer_id as uuid) and blocked_id = person.id)
  );
