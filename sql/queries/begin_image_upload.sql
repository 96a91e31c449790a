-- Notes that somebody may upload a picture. Refuses those who may not write, and too many at once.
select true as item from begin_image_upload(cast(:profile_id as uuid), :kind, :id);
