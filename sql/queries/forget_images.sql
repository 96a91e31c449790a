-- Forgets versions whose files were deleted (a JSON list as stale_images answers it), unless they were touched since.
delete from image_files file
using json_to_recordset(cast(:images as json)) as gone ("profileId" uuid, kind text, version text)
where file.profile_id = gone."profileId"
  and file.kind = gone.kind
  and file.version = gone.version
  and not file.shown
  and file.touched_at < now() - interval '3 hours';
