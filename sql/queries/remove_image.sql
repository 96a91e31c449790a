-- Takes somebody's picture away.
select remove_image(cast(:profile_id as uuid), :kind, :id) as item;
