-- Every version whose files may be in the bucket, of somebody who has left.
select json_build_object('profileId', profile_id, 'kind', kind, 'version', version) as item
from image_files
where profile_id = cast(:profile_id as uuid);
