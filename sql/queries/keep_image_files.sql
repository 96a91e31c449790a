-- Before files are written: true when they may be.
select keep_image_files(:id, :version) as item;
