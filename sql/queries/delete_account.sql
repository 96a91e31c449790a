-- Deletes a person and, by cascade, what is still theirs.
delete from profiles person where person.id = cast(:id as uuid) returning person.handle;
