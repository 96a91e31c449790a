-- Numbers that look random and are the same at every run.
create function pg_temp.u(seed bigint, i bigint) returns double precision
language sql immutable parallel safe
return (hashint8extended(i, seed) & 9223372036854775807) / 9223372036854775808.0::double precision;

-- One of 1 … number; the smaller ones come more often, the more so the steeper.
create function pg_temp.pick(seed bigint, i bigint, number bigint, steep double precision) returns integer
language sql immutable parallel safe
return (1 + floor(number * power(pg_temp.u(seed, i), steep)))::integer;

create function pg_temp.id(kind text, i bigint) returns uuid
language sql immutable parallel safe
return md5(kind || ' ' || i)::uuid;

create function pg_temp.setting(name text) returns bigint
language sql stable
return current_setting('bench.' || name)::bigint;

create function pg_temp.start() returns timestamptz
language sql stable
return current_setting('bench.start')::timestamptz;

create schema bench;

-- Words by frequency: real ones at the head, made-up ones in the tail.
create unlogged table bench.word as
select i, coalesce(real, made) as word
from (
  select i,
    (string_to_array(
      'the and to of a in is it that for you was on are with this today have be at one all about coffee morning code not but'
      ' what we can out up time day new crud never good work light machine engine number small first again people night'
      ' reading rain book train music garden bridge paper river window letter winter signal pattern moon copper compiler',
      ' '))[i] as real,
    (select string_agg((array['ka','lo','mi','re','tu','san','ver','no','pel','dor','fi','gra','hu','jen','qui','ros','sta',
      'tri','ul','vo','wen','xa','yor','zim'])[pg_temp.pick(10 + part, i, 24, 1)], '' order by part)
      from generate_series(1, 2 + i % 3) part) as made
  from generate_series(1, 4000) i
) both_kinds;
create unique index on bench.word (i);

create unlogged table bench.phrase as
select n as i, string_agg(word.word, ' ' order by place) as words
from generate_series(1, 20000) n
cross join generate_series(1, 4) place
join bench.word on word.i = pg_temp.pick(20 + place, n, 4000, 3)
group by n;
create unique index on bench.phrase (i);
analyze bench.word, bench.phrase;
