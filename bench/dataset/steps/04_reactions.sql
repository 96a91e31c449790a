analyze;

insert into likes (activity_id, profile_id, created_at)
select crud.id, person.id,
  crud.created_at + (pg_temp.start() - crud.created_at) * pg_temp.u(80, pair.place)
from (
  select min(k) as place, crud_i, person_i
  from (
    select k, 2 + pg_temp.pick(81, k, pg_temp.setting('cruds') - 2, 2.5) as crud_i,
      pg_temp.pick(82, k, pg_temp.setting('people'), 1.5) as person_i
    from generate_series(1, ((pg_temp.setting('likes') - pg_temp.setting('likes_of_one')) * 1.3)::bigint) k
  ) drawn
  group by crud_i, person_i
  order by place
  limit pg_temp.setting('likes') - pg_temp.setting('likes_of_one')
) pair
join bench.crud on crud.i = pair.crud_i
join bench.person on person.i = pair.person_i
order by crud.id, person.id;

insert into likes (activity_id, profile_id, created_at)
select crud.id, liker.id, crud.created_at + (pg_temp.start() - crud.created_at) * pg_temp.u(83, liker.place)
from (
  select id, row_number() over (order by kind, i) as place
  from (select 1 as kind, i, id from bench.person union all select 2, i, id from bench.fan) one
) liker
join bench.crud on crud.i = 2
where liker.place <= pg_temp.setting('likes_of_one')
order by crud.id, liker.id;

insert into reposts (activity_id, profile_id, created_at)
select crud.id, person.id, min(crud.created_at + (pg_temp.start() - crud.created_at) * pg_temp.u(84, k))
from generate_series(1, pg_temp.setting('cruds') / 20) k
join bench.crud on crud.i = pg_temp.pick(85, k, pg_temp.setting('cruds'), 2)
join bench.person on person.i = pg_temp.pick(86, k, pg_temp.setting('people'), 1.5)
group by crud.id, person.id;

insert into bookmarks (profile_id, activity_id, created_at)
select person.id, crud.id, min(crud.created_at + (pg_temp.start() - crud.created_at) * pg_temp.u(87, k))
from generate_series(1, pg_temp.setting('cruds') / 50) k
join bench.crud on crud.i = pg_temp.pick(88, k, pg_temp.setting('cruds'), 1)
join bench.person on person.i = pg_temp.pick(89, k, pg_temp.setting('people'), 2)
group by person.id, crud.id;
