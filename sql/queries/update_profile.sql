-- Changes what the caller says of themselves; null leaves a field as it is. One row.
update profiles as person
set
  display_name = coalesce(:display_name, person.display_name),
  bio = coalesce(:bio, person.bio),
  location = coalesce(:location, person.location),
  website = coalesce(:website, person.website),
  updated_at = now()
where person.id = require_active(cast(:caller_id as uuid))
returning profile_json(person, person.id) as item;
