-- A person, as others see them. The id is the Cognito user's sub.
create table profiles (
  id uuid primary key,
  handle text not null
    constraint profiles_handle_form check (handle ~ '^[a-z][a-z0-9_]{2,19}$'),
  display_name text not null
    constraint profiles_display_name_length
    check (
      not is_blank(display_name)
      and (char_length(display_name) <= 50 or grapheme_length(display_name) <= 50)
      and octet_length(display_name) <= 1000
    ),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- Handles are stored in lower case; the index holds even if a later migration relaxes the form.
create unique index profiles_handle_unique on profiles (lower(handle));
