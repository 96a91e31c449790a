-- Writing cruds: what the writing queries do in statements of their own (see 0008).

-- Whether a viewer would see a crud if it had not expired: that much a permalink may say.
create function is_only_expired(activity activities, author profiles, viewer uuid) returns boolean
language sql stable parallel safe
return not is_live(activity) and activity.hidden_at is null and is_person_visible(author, viewer);

-- The caller's client may send twice, at once even: both times the answer is the crud that came first.
create function add_activity(
  author uuid, client uuid, text_of_it text, expiry timestamptz, parent uuid, thread uuid, quoted uuid
) returns uuid
language sql volatile
begin atomic
  insert into activities (author_id, client_id, message, expires_at, parent_id, thread_id, quote_id)
  values (author, client, text_of_it, expiry, parent, thread, quoted)
  on conflict on constraint activities_client_id_unique do nothing;
  select id from activities where author_id = author and client_id = client;
end;

create function edit_activity(target uuid, text_of_it text) returns uuid
language sql volatile
begin atomic
  update activities set message = text_of_it, edited_at = now() where id = target and message <> text_of_it;
  select target;
end;

-- Whether everybody is told now that there is something new: once in two seconds (docs/adr/0004).
create function pulse_feed() returns boolean
language sql volatile
begin atomic
  update feed_pulse set pulsed_at = now() where pulsed_at < now() - interval '2 seconds' returning true;
end;
