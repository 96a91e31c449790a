analyze;

-- Cruds as a running system holds them: each at some point of its life, and a few that expired within the last half hour
-- and wait for the deletion. Number 1 has the long thread, number 2 the many likes.
create unlogged table bench.crud as
select n as i, pg_temp.id('crud', n) as id, person.id as author_id, born.at as created_at,
  born.at + interval '1 hour' * life.hours as expires_at, tagged.tag,
  one.words || ' ' || two.words || ' ' || three.words
    || coalesce(' #' || tagged.tag, '')
    || case when pg_temp.u(50, n) < 0.05 then ' https://example.com/' || n else '' end
    || case when pg_temp.u(51, n) < 0.04 then ' @' || mentioned.handle else '' end as message,
  case when n > 100 and pg_temp.u(52, n) < 0.03 then pg_temp.id('crud', pg_temp.pick(53, n, n - 1, 2)) end as quote_id,
  case when pg_temp.u(51, n) < 0.04 and mentioned.id <> person.id then mentioned.id end as mentioned_id
from generate_series(1, pg_temp.setting('cruds')) n
cross join lateral (
  select case
    when n <= 2 or pg_temp.u(54, n) < 0.40 then 720
    when pg_temp.u(54, n) < 0.75 then 168
    when pg_temp.u(54, n) < 0.85 then 72
    when pg_temp.u(54, n) < 0.93 then 24
    when pg_temp.u(54, n) < 0.97 then 12
    when pg_temp.u(54, n) < 0.99 then 3
    else 1
  end as hours
) life
cross join lateral (
  select pg_temp.start() - case
    when n <= 2 then interval '1 day' * n
    when pg_temp.u(55, n) < 0.003 then interval '1 hour' * life.hours + interval '30 minutes' * pg_temp.u(56, n)
    else interval '1 hour' * life.hours * pg_temp.u(56, n)
  end as at
) born
cross join lateral (
  select case when pg_temp.u(57, n) < 0.12 then 'tag' || pg_temp.pick(58, n, 500, 2) end as tag
) tagged
join bench.person on person.i = case when n <= 2 then n else pg_temp.pick(59, n, pg_temp.setting('people'), 2.2) end
join bench.person mentioned_person on mentioned_person.i = pg_temp.pick(60, n, pg_temp.setting('people'), 2)
join profiles mentioned on mentioned.id = mentioned_person.id
join bench.phrase one on one.i = pg_temp.pick(61, n, 20000, 1)
join bench.phrase two on two.i = pg_temp.pick(62, n, 20000, 1)
join bench.phrase three on three.i = pg_temp.pick(63, n, 20000, 1);
create unique index on bench.crud (i);
analyze bench.crud;

-- Replies go with what they answer.
create unlogged table bench.reply as
select r as i, pg_temp.id('reply', r) as id, crud.id as parent_id, crud.id as thread_id, born.at as created_at, crud.expires_at
from generate_series(1, (pg_temp.setting('replies') * 0.85 + pg_temp.setting('replies_of_one') * 0.15)::bigint) r
join bench.crud on crud.i = case
  when r <= pg_temp.setting('replies_of_one') then 1
  else 1 + pg_temp.pick(70, r, pg_temp.setting('cruds') - 1, 2)
end
cross join lateral (
  select crud.created_at + (least(crud.expires_at, pg_temp.start()) - crud.created_at) * (0.02 + 0.9 * pg_temp.u(71, r)) as at
) born;
create unique index on bench.reply (i);
analyze bench.reply;

insert into bench.reply (i, id, parent_id, thread_id, created_at, expires_at)
select r, pg_temp.id('reply', r), parent.id, parent.thread_id,
  parent.created_at + (least(parent.expires_at, pg_temp.start()) - parent.created_at) * (0.02 + 0.9 * pg_temp.u(72, r)),
  parent.expires_at
from generate_series((select max(i) + 1 from bench.reply), pg_temp.setting('replies')) r
join bench.reply parent on parent.i = pg_temp.pick(73, r, (select max(i) from bench.reply), 1.5);

insert into activities (id, author_id, client_id, message, created_at, expires_at, parent_id, thread_id, quote_id)
select id, author_id, pg_temp.id('client', i), message, created_at, expires_at, null, null, quote_id
from bench.crud
order by created_at;

insert into activities (id, author_id, client_id, message, created_at, expires_at, parent_id, thread_id)
select reply.id, person.id, pg_temp.id('reply client', reply.i), one.words || ' ' || two.words,
  reply.created_at, reply.expires_at, reply.parent_id, reply.thread_id
from bench.reply
join bench.person on person.i = pg_temp.pick(74, reply.i, pg_temp.setting('people'), 1.5)
join bench.phrase one on one.i = pg_temp.pick(75, reply.i, 20000, 1)
join bench.phrase two on two.i = pg_temp.pick(76, reply.i, 20000, 1)
order by reply.created_at;

insert into activity_hashtags (tag, activity_id, created_at)
select tag, id, created_at from bench.crud where tag is not null;

insert into activity_mentions (activity_id, profile_id)
select id, mentioned_id from bench.crud where mentioned_id is not null;
