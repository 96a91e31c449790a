-- Search that costs the same for any word at any size. An index of words that is asked for a beginning (`win*`) reads all
-- that begins so, whatever else is asked: also of a word that a tenth of all cruds hold, and also for the last two hours
-- alone. So now the time stands before the word, in one entry: `41234 winter`. A slice of half a day is asked by itself,
-- and nothing older is read.

-- Of which half day a moment is.
create function search_slice(moment timestamptz) returns bigint
language sql immutable parallel safe
return floor(extract(epoch from moment) / 43200)::bigint;

-- What a crud is found by: each of its words behind the half day of its birth.
create function search_entries(words tsvector, born timestamptz) returns tsvector
language sql immutable parallel safe
return array_to_tsvector(array(select search_slice(born) || ' ' || word from unnest(tsvector_to_array(words)) word));

create index activities_search_entries on activities using gin (search_entries(words, created_at));

-- What a person types, as a condition on `search_entries`, for so many half days that end with a moment. The four longest
-- words alone, or two hundred characters would be thousands of entries; whoever asks holds the rest against what was found.
create function search_condition_within(value text, newest timestamptz, slices integer) returns tsquery
language sql stable parallel safe
return cast((
  select string_agg(alternatives, ' & ')
  from (
    select '(' || string_agg(
      '''' || search_slice(newest) - back || ' ' || word || case when char_length(word) > 2 then ''':' || '*' else '''' end, ' | '
    ) || ')' as alternatives
    from (select word from unnest(search_words(value)) word order by char_length(word) desc, word limit 4) longest
    cross join generate_series(0, slices - 1) back
    group by word
  ) each_word
) as tsquery);

-- What holds all words, of the half days that `entries` names, before a position, for a viewer: the newest, as many as the
-- largest page and one. Found first (`offset 0`, or the planner would walk all cruds by their age until enough were found),
-- sorted, and then held against the rules only until there are enough.
create function found_activities(entries tsquery, all_words tsquery, before timestamptz, before_id uuid, viewer uuid)
returns table (id uuid, created_at timestamptz)
language sql stable parallel safe
begin atomic
  select newest.id, newest.created_at
  from (
    select found.id, found.created_at
    from (
      select activity.id, activity.created_at
      from activities activity
      where search_entries(activity.words, activity.created_at) @@ entries and activity.words @@ all_words
      offset 0
    ) found
    where (found.created_at, found.id) < (before, before_id)
    order by found.created_at desc, found.id desc
  ) newest
  join activities activity on activity.id = newest.id
  join profiles author on author.id = activity.author_id
  where is_visible(activity, author, viewer)
  order by newest.created_at desc, newest.id desc
  limit 51;
end;

-- `search_vector`, `search_times` and `matching_activities` (0016) stay for the release before, which gets slow until it is
-- replaced, a minute later.
drop index activities_search;
