-- After files were written, or when there was no need: decides whether the upload is the picture. `item` is null for an
-- unknown upload.
select settle_image(:id, :version) as item;
