-- The caller's handle and name, before they take another handle: five times a day. Wanting the one they have is free.
select person.handle, person.display_name
from profiles person
where person.id = require_active(cast(:caller_id as uuid))
  and (
    person.handle = :handle
    or coalesce(take_token(person.id, 'HANDLE', 5, interval '1 day'), refuse('RateLimited'))
  );
