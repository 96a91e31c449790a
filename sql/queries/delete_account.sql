-- Deletes a person and, by cascade, everything that is theirs. A row when there was one.
delete from profiles person where person.id = cast(:id as uuid) returning person.handle;
