-- People whose handle or name resembles the query, the most similar first: the beginning of a handle before all else,
-- then what shares the most groups of three characters, so that a typing error finds as well. The work is bounded: a
-- hundred handles by their beginning; only when there are fewer, and three characters to go by, five hundred that
-- resemble it.
with wanted as materialized (
  select array_to_string(search_words(:query), ' ') as names, lower(ltrim(trim(:query), '@')) as handle
), begun as materialized (
  select person.id
  from profiles person
  where (select names from wanted) <> ''
    and lower(person.handle) collate "C" >= (select handle from wanted)
    and lower(person.handle) collate "C" < (select handle from wanted) || '~'
  order by lower(person.handle) collate "C"
  limit 100
), candidates as materialized (
  select id from begun
  union
  (
    select person.id
    from profiles person
    where (select count(*) from begun) < 100
      and char_length((select names from wanted)) > 2
      and (
        search_names(person.handle, person.display_name) %> (select names from wanted)
        or search_names(person.handle, person.display_name) % (select names from wanted)
      )
    limit 500
  )
), ranked as (
  select
    person,
    cast(round(cast(
      case when lower(person.handle) = wanted.handle then 4 when starts_with(lower(person.handle), wanted.handle) then 2 else 0 end
      + word_similarity(wanted.names, search_names(person.handle, person.display_name))
      + similarity(wanted.names, search_names(person.handle, person.display_name))
    as numeric), 6) as double precision) as score
  from candidates
  join profiles person on person.id = candidates.id
  cross join wanted
)
select presented.item, cast(page.score as text) as at, page.id
from (
  select ranked.person, ranked.score, (ranked.person).id
  from ranked
  where is_person_visible(ranked.person, cast(:viewer_id as uuid))
    and (ranked.score, (ranked.person).id) < (
      coalesce(cast(:cursor_at as double precision), 'infinity'),
      coalesce(cast(:cursor_id as uuid), 'ffffffff-ffff-ffff-ffff-ffffffffffff')
    )
  order by ranked.score desc, (ranked.person).id desc
  limit cast(:row_limit as integer)
) page
cross join lateral profile_items(page.person, cast(:viewer_id as uuid)) presented
order by page.score desc, page.id desc;
