-- Gives the caller a handle that is theirs already (functions/change-handle). One row.
update profiles as person
set handle = :handle, updated_at = now()
where person.id = require_active(cast(:caller_id as uuid))
returning profile_json(person, person.id) as item;
