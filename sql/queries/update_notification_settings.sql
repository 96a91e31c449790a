-- Sets which kinds the caller does not want to hear of, out of a JSON array.
insert into notification_settings as known (profile_id, muted_kinds)
select me.id, array(select distinct kind from json_array_elements_text(cast(:muted_kinds as json)) kind order by kind)
from (select require_active(cast(:caller_id as uuid)) as id) me
on conflict (profile_id) do update set muted_kinds = excluded.muted_kinds
returning to_json(known.muted_kinds) as item;
