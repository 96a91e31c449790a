-- The first ones have accounts, and profiles already.
create unlogged table bench.person as
select i, coalesce(account.id, pg_temp.id('person', i)) as id
from generate_series(1, pg_temp.setting('people')) i
left join (
  select value::uuid as id, place
  from json_array_elements_text(current_setting('bench.accounts')::json) with ordinality as one (value, place)
) account on account.place = i;
create unique index on bench.person (i);

insert into profiles (id, handle, display_name, bio, created_at)
select person.id, left(given.word, 10) || '_' || person.i, initcap(given.word || ' ' || family.word), phrase.words,
  pg_temp.start() - interval '1 day' * (1 + 600 * pg_temp.u(30, person.i))
from bench.person
join bench.word given on given.i = 100 + person.i % 3900
join bench.word family on family.i = pg_temp.pick(31, person.i, 4000, 1)
join bench.phrase on phrase.i = pg_temp.pick(32, person.i, 20000, 1)
on conflict (id) do nothing;

-- Who does nothing but like one crud, since a person likes it once.
create unlogged table bench.fan as
select i, pg_temp.id('fan', i) as id
from generate_series(1, greatest(0, pg_temp.setting('likes_of_one') - pg_temp.setting('people'))) i;

insert into profiles (id, handle, display_name, created_at)
select fan.id, left(given.word, 10) || '_' || (100000 + fan.i), initcap(given.word || ' ' || family.word),
  pg_temp.start() - interval '3 days'
from bench.fan
join bench.word given on given.i = pg_temp.pick(41, fan.i, 4000, 1)
join bench.word family on family.i = pg_temp.pick(42, fan.i, 4000, 1);

insert into follows (follower_id, followee_id, created_at)
select follower.id, followee.id, pg_temp.start() - interval '1 hour' * min(10000 * pg_temp.u(33, follower.i * 100 + k))
from bench.person follower
cross join generate_series(1, 50) k
join bench.person followee on followee.i = pg_temp.pick(34, follower.i * 100 + k, pg_temp.setting('people'), 1.7)
where follower.i > 1 and followee.i <> follower.i
group by follower.id, followee.id
order by follower.id, followee.id;

-- The reader.
insert into follows (follower_id, followee_id, created_at)
select reader.id, followee.id, pg_temp.start() - interval '1 hour' * 10000 * pg_temp.u(35, followee.i)
from bench.person reader
cross join lateral (
  select * from bench.person where i > 1 order by pg_temp.u(36, i) limit pg_temp.setting('followed')
) followee
where reader.i = 1;

insert into blocks (blocker_id, blocked_id)
select distinct one.id, other.id
from generate_series(1, pg_temp.setting('people') / 2) k
join bench.person one on one.i = pg_temp.pick(37, k, pg_temp.setting('people'), 1)
join bench.person other on other.i = pg_temp.pick(38, k, pg_temp.setting('people'), 1)
where one.i > 100 and other.i > 100 and one.i <> other.i
union
select one.id, other.id from bench.person one join bench.person other on other.i between pg_temp.setting('people') - 20 and pg_temp.setting('people') - 16 where one.i = 1;

insert into mutes (muter_id, muted_id)
select distinct one.id, other.id
from generate_series(1, pg_temp.setting('people') / 2) k
join bench.person one on one.i = pg_temp.pick(39, k, pg_temp.setting('people'), 1)
join bench.person other on other.i = pg_temp.pick(40, k, pg_temp.setting('people'), 1)
where one.i <> other.i and one.i > 1
union
select one.id, other.id from bench.person one join bench.person other on other.i between pg_temp.setting('people') - 15 and pg_temp.setting('people') - 11 where one.i = 1;

-- No follow across a block.
delete from follows using blocks
where (follower_id, followee_id) in ((blocker_id, blocked_id), (blocked_id, blocker_id));
