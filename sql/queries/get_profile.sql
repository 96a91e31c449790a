-- The caller's own profile, by its id.
select profile_json(person, person.id) as item from profiles person where person.id = cast(:id as uuid);
