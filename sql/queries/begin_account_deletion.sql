-- Hides somebody whose account is being deleted, from everybody at once. A row when there is a profile.
update profiles as person
set suspended_at = coalesce(person.suspended_at, now())
where person.id = cast(:id as uuid)
returning person.handle;
