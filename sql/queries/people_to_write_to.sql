-- How many of some people (a JSON list of ids) are there for the caller, who is about to start a conversation with them
-- or to add them to one. So often an hour, so that nobody writes to everybody.
with asked as materialized (
  select
    require_active(cast(:caller_id as uuid)) as caller,
    coalesce(take_token(cast(:caller_id as uuid), 'CONVERSATION', 60, interval '1 hour'), refuse('RateLimited')) as taken
)
select (
  select count(*)
  from profiles person
  where person.id in (select cast(value as uuid) from jsonb_array_elements_text(cast(:ids as jsonb)))
    and is_person_visible(person, asked.caller)
) as found
from asked;
