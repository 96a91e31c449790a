-- Which kinds the caller does not want to hear of: a JSON array.
select coalesce(
  (
    select to_json(settings.muted_kinds)
    from notification_settings settings
    where settings.profile_id = cast(:caller_id as uuid)
  ),
  json_build_array()
) as item;
