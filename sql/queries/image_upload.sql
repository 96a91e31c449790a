-- What became of an upload of the caller's own. One that is still pending after a quarter of an hour was not uploaded,
-- or something failed on our side too often.
select cast(image_outcome(upload) as jsonb)
  || case
    when status = 'PENDING' and created_at < now() - interval '15 minutes' then jsonb '{"status": "REFUSED", "reason": "FAILED"}'
    else jsonb '{}'
  end as item
from image_uploads upload
where id = :id and profile_id = cast(:caller_id as uuid);
