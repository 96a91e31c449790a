-- Reports, and what moderators do. Who is a moderator is known to Cognito (the group `moderators`); the schema lets
-- nobody else through to what uses these functions.

-- One open report of a person about a thing: reporting twice is reporting once.
create unique index reports_once on reports (reporter_id, profile_id, activity_id) nulls not distinct
  where resolved_at is null;

-- Reports a crud (with its text as it is now) or, without one, a person.
create function add_report(reporter uuid, reported uuid, target uuid, why text, details text) returns void
language plpgsql volatile as $$
begin
  if reporter = reported then
    raise exception 'refused NotAllowed';
  end if;
  if exists (
    select from reports
    where reporter_id = reporter and profile_id = reported and activity_id is not distinct from target
      and resolved_at is null
  ) then
    return;
  end if;
  if take_token(reporter, 'REPORT', 20, interval '1 hour') is null then
    raise exception 'refused RateLimited';
  end if;
  insert into reports (reporter_id, profile_id, activity_id, message_copy, reason, note)
  values (reporter, reported, target, (select message from activities where id = target), why, details)
  on conflict do nothing;
end;
$$;

-- A moderator's act needs a reason, and is logged.
create function log_act(moderator uuid, what text, about_activity uuid, about_profile uuid, why text) returns void
language plpgsql volatile as $$
begin
  if is_blank(why) or char_length(why) > 1000 then
    raise exception 'refused ReasonMissing';
  end if;
  insert into moderation_log (moderator_id, act, activity_id, profile_id, reason)
  values (moderator, what, about_activity, about_profile, why);
end;
$$;

-- Hides a crud, or shows it again. What was reported of it is thereby dealt with. Nothing happens when it is so already.
create function set_hidden(moderator uuid, target uuid, hide boolean, why text) returns void
language plpgsql volatile as $$
declare
  author uuid;
  is_hidden boolean;
begin
  select author_id, hidden_at is not null into author, is_hidden from activities where id = target for no key update;
  if not found then
    raise exception 'refused NotFound';
  end if;
  if is_hidden <> hide then
    perform log_act(moderator, case when hide then 'HIDE' else 'UNHIDE' end, target, author, why);
    update activities set hidden_at = case when hide then now() end, hidden_reason = case when hide then why end
    where id = target;
  end if;
  update reports set resolved_at = now(), resolved_by = moderator, resolution = case when hide then 'HIDE' else 'UNHIDE' end
  where activity_id = target and resolved_at is null;
end;
$$;

-- Suspends a person, or lets them back. What was reported of the person, and of their cruds, is thereby dealt with.
create function set_suspended(moderator uuid, target uuid, suspend boolean, why text) returns void
language plpgsql volatile as $$
declare
  is_suspended boolean;
begin
  if moderator = target then
    raise exception 'refused NotAllowed';
  end if;
  select suspended_at is not null into is_suspended from profiles where id = target for no key update;
  if not found then
    raise exception 'refused NotFound';
  end if;
  if is_suspended <> suspend then
    perform log_act(moderator, case when suspend then 'SUSPEND' else 'UNSUSPEND' end, null, target, why);
    update profiles set suspended_at = case when suspend then now() end, suspended_reason = case when suspend then why end
    where id = target;
  end if;
  if suspend then
    update reports set resolved_at = now(), resolved_by = moderator, resolution = 'SUSPEND'
    where profile_id = target and resolved_at is null;
  end if;
end;
$$;

create function dismiss_report(moderator uuid, target uuid, why text) returns void
language plpgsql volatile as $$
declare
  report reports;
begin
  select * into report from reports where id = target for update;
  if not found then
    raise exception 'refused NotFound';
  end if;
  if report.resolved_at is null then
    perform log_act(moderator, 'DISMISS', report.activity_id, report.profile_id, why);
    update reports set resolved_at = now(), resolved_by = moderator, resolution = 'DISMISS' where id = target;
  end if;
end;
$$;

-- The GraphQL type Report, for moderators: what is hidden or expired is there for them as long as it is not deleted.
create function report_json(report reports) returns json
language sql stable parallel safe
return json_build_object(
  'id', report.id,
  'reason', report.reason,
  'note', report.note,
  'createdAt', iso_timestamp(report.created_at),
  'messageCopy', report.message_copy,
  'activityId', report.activity_id,
  'activityHidden', coalesce(
    (select activity.hidden_at is not null from activities activity where activity.id = report.activity_id), false
  ),
  'profile', (select profile_json(person, null) from profiles person where person.id = report.profile_id),
  'reporter', (select profile_json(person) from profiles person where person.id = report.reporter_id)
);

-- The GraphQL type ModerationAct.
create function moderation_act_json(done moderation_log) returns json
language sql stable parallel safe
return json_build_object(
  'id', done.id::text,
  'act', done.act,
  'reason', done.reason,
  'createdAt', iso_timestamp(done.created_at),
  'activityId', done.activity_id,
  'profile', (select profile_json(person, null) from profiles person where person.id = done.profile_id),
  'moderator', (select profile_json(person) from profiles person where person.id = done.moderator_id)
);
