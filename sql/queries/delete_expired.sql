-- Deletes a part of what has expired; `item` says how many rows, 0 when nothing is left.
select delete_expired(cast(:most as integer)) as item;
