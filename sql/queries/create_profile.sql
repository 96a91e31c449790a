-- Creates a person's profile, or answers the one that exists. `item` is null when the handle is somebody else's.
with created as (
  insert into profiles as person (id, handle, display_name)
  values (cast(:id as uuid), :handle, :display_name)
  on conflict do nothing
  returning profile_json(person, person.id) as item
)
select coalesce(
  (select item from created),
  (select profile_json(person, person.id) from profiles person where person.id = cast(:id as uuid))
) as item;
