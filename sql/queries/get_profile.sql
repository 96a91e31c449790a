-- One profile by its id.
select profile_json(person) as item from profiles person where person.id = cast(:id as uuid);
