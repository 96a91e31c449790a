-- What moderators did, newest first; `id` is the cursor. For moderators.
select moderation_act_json(done) as item, done.id
from moderation_log done
where done.id < coalesce(cast(:cursor as bigint), 9223372036854775807)
order by done.id desc
limit cast(:row_limit as integer);
