-- Versions that are not shown and that nobody can be writing any more; the oldest first.
select json_build_object('profileId', profile_id, 'kind', kind, 'version', version) as item
from image_files
where not shown and touched_at < now() - interval '3 hours'
order by touched_at
limit 100;
