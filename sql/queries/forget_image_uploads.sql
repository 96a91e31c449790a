-- Uploads are known for a week: long enough for whoever asks what became of one.
delete from image_uploads where created_at < now() - interval '7 days';
