-- After the files of unwanted versions (a JSON list) were deleted, and those who listen were told or not.
with cleared as (
  update image_files set cleared = true
  where profile_id = cast(:profile_id as uuid)
    and kind = :kind
    and not shown
    and version in (select json_array_elements_text(cast(:versions as json)))
), told as (
  update image_uploads set told = true where id = :id and not told and cast(:told as boolean)
)
select true as item;
