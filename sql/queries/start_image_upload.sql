-- What is known of an upload that a function begins to work on; no row for one that was never allowed, or is long over.
update image_uploads upload
set attempts = attempts + 1
where id = :id and profile_id = cast(:profile_id as uuid) and kind = :kind
returning image_outcome(upload) as item;
