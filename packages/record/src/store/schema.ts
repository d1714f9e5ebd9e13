/** The tables, one migration a version. A released migration is never edited; a change is a new one. */

export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
}

export const migrations: readonly Migration[] = [
  {
    version: 1,
    name: 'versions, current pointer, search index',
    sql: `
create table version (
  seq integer primary key autoincrement,
  type text not null,
  id text not null,
  version_id text not null,
  last_updated text not null,
  deleted integer not null check (deleted in (0, 1)),
  -- the resource as JSON; none for a tombstone
  body text check ((body is null) = (deleted = 1)),
  unique (type, id, version_id)
) strict;

create trigger version_is_immutable before update on version
begin select raise(abort, 'a stored version is immutable'); end;
create trigger version_is_kept before delete on version
begin select raise(abort, 'a stored version is kept'); end;

create table current (
  type text not null,
  id text not null,
  seq integer not null unique references version (seq),
  primary key (type, id)
) strict, without rowid;

create table search (
  type text not null,
  id text not null,
  parameter text not null,
  value text not null,
  primary key (type, parameter, value, id),
  foreign key (type, id) references current (type, id)
) strict, without rowid;
create index search_of_resource on search (type, id);
`,
  },
]

export const schemaVersion = Math.max(...migrations.map((m) => m.version))
