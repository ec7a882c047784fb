CREATE SCHEMA pgboss;
CREATE TYPE pgboss.job_state AS ENUM (
    'created',
    'retry',
    'active',
    'completed',
    'cancelled',
    'failed'
);
CREATE TYPE public."ActorKind" AS ENUM (
    'CUSTOMER',
    'OPERATOR',
    'INTEGRATION',
    'ROOT'
);
CREATE TYPE public."ApiScope" AS ENUM (
    'TICKETS_READ',
    'TICKETS_WRITE',
    'SETTINGS_READ',
    'SETTINGS_WRITE'
);
CREATE TYPE public."Channel" AS ENUM (
    'TICKET_CENTER',
    'CONSOLE',
    'API',
    'EMAIL'
);
CREATE TYPE public."InboundState" AS ENUM (
    'RECEIVED',
    'POSTED',
    'QUARANTINED',
    'DROPPED'
);
CREATE TYPE public."MailContent" AS ENUM (
    'FULL',
    'EXCERPT',
    'LINK_ONLY'
);
CREATE TYPE public."MailKind" AS ENUM (
    'RECEIVED',
    'REPLIED',
    'SOLVED',
    'INVITED',
    'TEAM_OPENED',
    'TEAM_REPLIED'
);
CREATE TYPE public."MailNotifications" AS ENUM (
    'ALL',
    'ASSIGNED',
    'NONE'
);
CREATE TYPE public."MailRole" AS ENUM (
    'CUSTOMER',
    'PARTICIPANT',
    'OPERATOR'
);
CREATE TYPE public."MailState" AS ENUM (
    'QUEUED',
    'SENT',
    'FAILED',
    'DROPPED'
);
CREATE TYPE public."OperatorRole" AS ENUM (
    'ADMIN',
    'AGENT'
);
CREATE TYPE public."SecretKind" AS ENUM (
    'CUSTOMER',
    'OPERATOR'
);
CREATE TYPE public."TicketStatus" AS ENUM (
    'OPEN',
    'PENDING',
    'SOLVED'
);
CREATE FUNCTION pgboss.create_queue(queue_name text, options jsonb) RETURNS void
    LANGUAGE plpgsql
    AS $_$
    DECLARE
      tablename varchar := CASE WHEN options->>'partition' = 'true'
                            THEN 'j' || encode(sha224(queue_name::bytea), 'hex')
                            ELSE 'job_common'
                            END;
      queue_created_on timestamptz;
    BEGIN
      WITH q as (
        INSERT INTO pgboss.queue (
          name,
          policy,
          retry_limit,
          retry_delay,
          retry_backoff,
          retry_delay_max,
          expire_seconds,
          retention_seconds,
          deletion_seconds,
          warning_queued,
          dead_letter,
          partition,
          table_name,
          heartbeat_seconds,
          notify,
          created_on,
          updated_on
        )
        VALUES (
          queue_name,
          options->>'policy',
          COALESCE((options->>'retryLimit')::int, 2),
          COALESCE((options->>'retryDelay')::int, 0),
          COALESCE((options->>'retryBackoff')::bool, false),
          (options->>'retryDelayMax')::int,
          COALESCE((options->>'expireInSeconds')::int, 900),
          COALESCE((options->>'retentionSeconds')::int, 1209600),
          COALESCE((options->>'deleteAfterSeconds')::int, 604800),
          COALESCE((options->>'warningQueueSize')::int, 0),
          options->>'deadLetter',
          COALESCE((options->>'partition')::bool, false),
          tablename,
          (options->>'heartbeatSeconds')::int,
          COALESCE((options->>'notify')::bool, false),
          pgboss.job_now(),
          pgboss.job_now()
        )
        ON CONFLICT DO NOTHING
        RETURNING created_on
      )
      SELECT created_on into queue_created_on from q;
      IF queue_created_on IS NULL OR options->>'partition' IS DISTINCT FROM 'true' THEN
        RETURN;
      END IF;
      EXECUTE format('CREATE TABLE pgboss.%I (LIKE pgboss.job INCLUDING DEFAULTS)', tablename);
      EXECUTE pgboss.job_table_format($cmd$ALTER TABLE pgboss.job ADD PRIMARY KEY (name, id)$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$ALTER TABLE pgboss.job ADD CONSTRAINT q_fkey FOREIGN KEY (name) REFERENCES pgboss.queue (name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$ALTER TABLE pgboss.job ADD CONSTRAINT dlq_fkey FOREIGN KEY (dead_letter) REFERENCES pgboss.queue (name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$CREATE INDEX job_i11 ON pgboss.job (name, priority DESC, created_on, start_after) WHERE state < 'active' AND NOT blocked$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$CREATE UNIQUE INDEX job_i4 ON pgboss.job (name, singleton_on, COALESCE(singleton_key, '')) WHERE state <> 'cancelled' AND singleton_on IS NOT NULL$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$CREATE INDEX job_i7 ON pgboss.job (name, group_id) WHERE state = 'active' AND group_id IS NOT NULL$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$CREATE INDEX job_i9 ON pgboss.job (name, id) WHERE blocking AND state = 'completed'$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$CREATE INDEX job_i12 ON pgboss.job (source_root_id) WHERE source_root_id IS NOT NULL$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$CREATE UNIQUE INDEX job_i13 ON pgboss.job (name, singleton_key) WHERE state = 'created' AND upsert_by_key$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$CREATE INDEX job_i14 ON pgboss.job (name, state, blocked, start_after) WHERE state IN ('created', 'retry', 'active', 'failed')$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$CREATE INDEX job_i15 ON pgboss.job (name, created_on)$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$CREATE INDEX job_i16 ON pgboss.job (name, completed_on) WHERE completed_on IS NOT NULL$cmd$, tablename);
      EXECUTE pgboss.job_table_format($cmd$CREATE INDEX job_i17 ON pgboss.job (name, singleton_key, created_on) WHERE state < 'active' AND singleton_key IS NOT NULL$cmd$, tablename);
      IF options->>'policy' = 'short' THEN
        EXECUTE pgboss.job_table_format($cmd$CREATE UNIQUE INDEX job_i1 ON pgboss.job (name, COALESCE(singleton_key, '')) WHERE state = 'created' AND policy = 'short'$cmd$, tablename);
      ELSIF options->>'policy' = 'singleton' THEN
        EXECUTE pgboss.job_table_format($cmd$CREATE UNIQUE INDEX job_i2 ON pgboss.job (name, COALESCE(singleton_key, '')) WHERE state = 'active' AND policy = 'singleton'$cmd$, tablename);
      ELSIF options->>'policy' = 'stately' THEN
        EXECUTE pgboss.job_table_format($cmd$CREATE UNIQUE INDEX job_i3 ON pgboss.job (name, state, COALESCE(singleton_key, '')) WHERE state <= 'active' AND policy = 'stately'$cmd$, tablename);
      ELSIF options->>'policy' = 'exclusive' THEN
        EXECUTE pgboss.job_table_format($cmd$CREATE UNIQUE INDEX job_i6 ON pgboss.job (name, COALESCE(singleton_key, '')) WHERE state <= 'active' AND policy = 'exclusive'$cmd$, tablename);
      ELSIF options->>'policy' = 'key_strict_fifo' THEN
        EXECUTE pgboss.job_table_format($cmd$CREATE UNIQUE INDEX job_i8 ON pgboss.job (name, singleton_key) WHERE state IN ('active', 'retry', 'failed') AND policy = 'key_strict_fifo'$cmd$, tablename);
        EXECUTE pgboss.job_table_format($cmd$CREATE INDEX job_i10 ON pgboss.job (name, singleton_key, state DESC, created_on, id) INCLUDE (start_after) WHERE state < 'active' AND NOT blocked AND policy = 'key_strict_fifo'$cmd$, tablename);
        EXECUTE pgboss.job_table_format($cmd$ALTER TABLE pgboss.job ADD CONSTRAINT job_key_strict_fifo_singleton_key_check CHECK (NOT (policy = 'key_strict_fifo' AND singleton_key IS NULL))$cmd$, tablename);
      END IF;
      EXECUTE format('ALTER TABLE pgboss.%I ADD CONSTRAINT cjc CHECK (name=%L)', tablename, queue_name);
      EXECUTE format('ALTER TABLE pgboss.job ATTACH PARTITION pgboss.%I FOR VALUES IN (%L)', tablename, queue_name);
    END;
    $_$;
CREATE FUNCTION pgboss.delete_queue(queue_name text) RETURNS void
    LANGUAGE plpgsql
    AS $$
    DECLARE
      v_table varchar;
      v_partition bool;
    BEGIN
      SELECT table_name, partition
      FROM pgboss.queue
      WHERE name = queue_name
      INTO v_table, v_partition;
      IF v_partition THEN
        EXECUTE format('DROP TABLE IF EXISTS pgboss.%I', v_table);
      ELSE
        EXECUTE format('DELETE FROM pgboss.%I WHERE name = %L', v_table, queue_name);
      END IF;
      DELETE FROM pgboss.queue WHERE name = queue_name;
    END;
    $$;
CREATE FUNCTION pgboss.job_now() RETURNS timestamp with time zone
    LANGUAGE sql STABLE
    AS $$
      SELECT pg_catalog.now();
    $$;
CREATE FUNCTION pgboss.job_table_format(command text, table_name text) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $_$
      SELECT format(
        regexp_replace(
          regexp_replace(command, '\.job\y', '.%1$I', 'g'),
          '\yjob_i(\d+)', '%1$s_i\1', 'g'
        ),
        table_name
      );
    $_$;
CREATE FUNCTION pgboss.job_table_run(command text, tbl_name text DEFAULT NULL::text, queue_name text DEFAULT NULL::text) RETURNS void
    LANGUAGE plpgsql
    AS $$
    DECLARE
      tbl RECORD;
    BEGIN
      IF queue_name IS NOT NULL THEN
        SELECT table_name INTO tbl_name FROM pgboss.queue WHERE name = queue_name;
      END IF;
      IF tbl_name IS NOT NULL THEN
        EXECUTE pgboss.job_table_format(command, tbl_name);
        RETURN;
      END IF;
      EXECUTE pgboss.job_table_format(command, 'job_common');
      FOR tbl IN SELECT table_name FROM pgboss.queue WHERE partition = true
      LOOP
        EXECUTE pgboss.job_table_format(command, tbl.table_name);
      END LOOP;
    END;
    $$;
CREATE FUNCTION pgboss.job_table_run_async(command_name text, version integer, command text, tbl_name text DEFAULT NULL::text, queue_name text DEFAULT NULL::text) RETURNS void
    LANGUAGE plpgsql
    AS $$
    BEGIN
      IF queue_name IS NOT NULL THEN
        SELECT table_name INTO tbl_name FROM pgboss.queue WHERE name = queue_name;
      END IF;
      IF tbl_name IS NOT NULL THEN
        INSERT INTO pgboss.bam (name, version, status, queue, table_name, command)
        VALUES (
          command_name,
          version,
          'pending',
          queue_name,
          tbl_name,
          pgboss.job_table_format(command, tbl_name)
        );
        RETURN;
      END IF;
      INSERT INTO pgboss.bam (name, version, status, queue, table_name, command)
      SELECT
        command_name,
        version,
        'pending',
        NULL,
        'job_common',
        pgboss.job_table_format(command, 'job_common')
      UNION ALL
      SELECT
        command_name,
        version,
        'pending',
        queue.name,
        queue.table_name,
        pgboss.job_table_format(command, queue.table_name)
      FROM pgboss.queue
      WHERE partition = true;
    END;
    $$;
CREATE TABLE pgboss.bam (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    version integer NOT NULL,
    status text DEFAULT 'pending'::text NOT NULL,
    queue text,
    table_name text NOT NULL,
    command text NOT NULL,
    error text,
    created_on timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    started_on timestamp with time zone,
    completed_on timestamp with time zone
);
CREATE TABLE pgboss.instance (
    id uuid NOT NULL,
    name text,
    host text NOT NULL,
    pid integer NOT NULL,
    version text NOT NULL,
    node_version text NOT NULL,
    application_name text,
    heartbeat_seconds integer NOT NULL,
    supervise boolean NOT NULL,
    schedule boolean NOT NULL,
    migrate boolean NOT NULL,
    persist_queue_stats boolean NOT NULL,
    persist_warnings boolean NOT NULL,
    pool_max integer,
    pool_total integer,
    pool_idle integer,
    pool_waiting integer,
    workers jsonb DEFAULT '[]'::jsonb NOT NULL,
    metrics jsonb,
    config jsonb DEFAULT '{}'::jsonb NOT NULL,
    crash_restarts integer DEFAULT 0 NOT NULL,
    crash_restarts_since timestamp with time zone,
    started_on timestamp with time zone DEFAULT now() NOT NULL,
    heartbeat_on timestamp with time zone DEFAULT now() NOT NULL,
    stopped_on timestamp with time zone
);
CREATE TABLE pgboss.job (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    priority integer DEFAULT 0 NOT NULL,
    data jsonb,
    state pgboss.job_state DEFAULT 'created'::pgboss.job_state NOT NULL,
    retry_limit integer DEFAULT 2 NOT NULL,
    retry_count integer DEFAULT 0 NOT NULL,
    retry_delay integer DEFAULT 0 NOT NULL,
    retry_backoff boolean DEFAULT false NOT NULL,
    retry_delay_max integer,
    expire_seconds integer DEFAULT 900 NOT NULL,
    deletion_seconds integer DEFAULT 604800 NOT NULL,
    singleton_key text,
    singleton_on timestamp without time zone,
    group_id text,
    group_tier text,
    start_after timestamp with time zone DEFAULT now() NOT NULL,
    created_on timestamp with time zone DEFAULT now() NOT NULL,
    started_on timestamp with time zone,
    completed_on timestamp with time zone,
    keep_until timestamp with time zone DEFAULT (now() + '336:00:00'::interval) NOT NULL,
    output jsonb,
    dead_letter text,
    policy text,
    heartbeat_on timestamp with time zone,
    heartbeat_seconds integer,
    blocked boolean DEFAULT false NOT NULL,
    blocking boolean DEFAULT false NOT NULL,
    pending_dependencies integer DEFAULT 0 NOT NULL,
    source_name text,
    source_id uuid,
    source_created_on timestamp with time zone,
    source_retry_count integer,
    source_output jsonb,
    source_root_id uuid,
    trace_context jsonb,
    upsert_by_key boolean
)
PARTITION BY LIST (name);
CREATE TABLE pgboss.job_common (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    priority integer DEFAULT 0 NOT NULL,
    data jsonb,
    state pgboss.job_state DEFAULT 'created'::pgboss.job_state NOT NULL,
    retry_limit integer DEFAULT 2 NOT NULL,
    retry_count integer DEFAULT 0 NOT NULL,
    retry_delay integer DEFAULT 0 NOT NULL,
    retry_backoff boolean DEFAULT false NOT NULL,
    retry_delay_max integer,
    expire_seconds integer DEFAULT 900 NOT NULL,
    deletion_seconds integer DEFAULT 604800 NOT NULL,
    singleton_key text,
    singleton_on timestamp without time zone,
    group_id text,
    group_tier text,
    start_after timestamp with time zone DEFAULT now() NOT NULL,
    created_on timestamp with time zone DEFAULT now() NOT NULL,
    started_on timestamp with time zone,
    completed_on timestamp with time zone,
    keep_until timestamp with time zone DEFAULT (now() + '336:00:00'::interval) NOT NULL,
    output jsonb,
    dead_letter text,
    policy text,
    heartbeat_on timestamp with time zone,
    heartbeat_seconds integer,
    blocked boolean DEFAULT false NOT NULL,
    blocking boolean DEFAULT false NOT NULL,
    pending_dependencies integer DEFAULT 0 NOT NULL,
    source_name text,
    source_id uuid,
    source_created_on timestamp with time zone,
    source_retry_count integer,
    source_output jsonb,
    source_root_id uuid,
    trace_context jsonb,
    upsert_by_key boolean,
    CONSTRAINT job_key_strict_fifo_singleton_key_check CHECK ((NOT ((policy = 'key_strict_fifo'::text) AND (singleton_key IS NULL))))
);
CREATE TABLE pgboss.job_dependency (
    child_name text NOT NULL,
    child_id uuid NOT NULL,
    parent_name text NOT NULL,
    parent_id uuid NOT NULL
);
CREATE TABLE pgboss.queue (
    name text NOT NULL,
    policy text NOT NULL,
    retry_limit integer NOT NULL,
    retry_delay integer NOT NULL,
    retry_backoff boolean NOT NULL,
    retry_delay_max integer,
    expire_seconds integer NOT NULL,
    retention_seconds integer NOT NULL,
    deletion_seconds integer NOT NULL,
    dead_letter text,
    partition boolean NOT NULL,
    table_name text NOT NULL,
    deferred_count integer DEFAULT 0 NOT NULL,
    blocked_count integer DEFAULT 0 NOT NULL,
    queued_count integer DEFAULT 0 NOT NULL,
    ready_count integer DEFAULT 0 NOT NULL,
    warning_queued integer DEFAULT 0 NOT NULL,
    active_count integer DEFAULT 0 NOT NULL,
    failed_count integer DEFAULT 0 NOT NULL,
    total_count integer DEFAULT 0 NOT NULL,
    retained_count integer,
    retained_on timestamp with time zone,
    created_delta integer DEFAULT 0 NOT NULL,
    completed_delta integer DEFAULT 0 NOT NULL,
    failed_delta integer DEFAULT 0 NOT NULL,
    delta_on timestamp with time zone,
    delta_seconds integer,
    wait_bins integer[],
    run_bins integer[],
    ready_oldest_seconds integer,
    ready_history integer[] DEFAULT '{}'::integer[] NOT NULL,
    heartbeat_seconds integer,
    notify boolean DEFAULT false NOT NULL,
    singletons_active text[],
    monitor_claim_on timestamp with time zone,
    monitor_on timestamp with time zone,
    maintain_on timestamp with time zone,
    created_on timestamp with time zone DEFAULT now() NOT NULL,
    updated_on timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT queue_check CHECK ((dead_letter IS DISTINCT FROM name))
);
CREATE TABLE pgboss.queue_stats (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    deferred_count integer DEFAULT 0 NOT NULL,
    queued_count integer DEFAULT 0 NOT NULL,
    ready_count integer DEFAULT 0 NOT NULL,
    active_count integer DEFAULT 0 NOT NULL,
    failed_count integer DEFAULT 0 NOT NULL,
    total_count integer DEFAULT 0 NOT NULL,
    created_delta integer,
    completed_delta integer,
    failed_delta integer,
    delta_seconds integer,
    delta_on timestamp with time zone,
    wait_bins integer[],
    run_bins integer[],
    ready_oldest_seconds integer,
    captured_on timestamp with time zone DEFAULT now() NOT NULL
)
PARTITION BY RANGE (captured_on);
CREATE TABLE pgboss.queue_stats_20261128 (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    deferred_count integer DEFAULT 0 NOT NULL,
    queued_count integer DEFAULT 0 NOT NULL,
    ready_count integer DEFAULT 0 NOT NULL,
    active_count integer DEFAULT 0 NOT NULL,
    failed_count integer DEFAULT 0 NOT NULL,
    total_count integer DEFAULT 0 NOT NULL,
    created_delta integer,
    completed_delta integer,
    failed_delta integer,
    delta_seconds integer,
    delta_on timestamp with time zone,
    wait_bins integer[],
    run_bins integer[],
    ready_oldest_seconds integer,
    captured_on timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE pgboss.queue_stats_20261129 (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    deferred_count integer DEFAULT 0 NOT NULL,
    queued_count integer DEFAULT 0 NOT NULL,
    ready_count integer DEFAULT 0 NOT NULL,
    active_count integer DEFAULT 0 NOT NULL,
    failed_count integer DEFAULT 0 NOT NULL,
    total_count integer DEFAULT 0 NOT NULL,
    created_delta integer,
    completed_delta integer,
    failed_delta integer,
    delta_seconds integer,
    delta_on timestamp with time zone,
    wait_bins integer[],
    run_bins integer[],
    ready_oldest_seconds integer,
    captured_on timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE pgboss.schedule (
    name text NOT NULL,
    key text DEFAULT ''::text NOT NULL,
    kind text DEFAULT 'cron'::text NOT NULL,
    cron text NOT NULL,
    timezone text DEFAULT 'UTC'::text,
    data jsonb,
    options jsonb,
    created_on timestamp with time zone DEFAULT now() NOT NULL,
    updated_on timestamp with time zone DEFAULT now() NOT NULL,
    last_job_id uuid,
    CONSTRAINT schedule_kind_check CHECK ((kind = ANY (ARRAY['cron'::text, 'rrule'::text])))
);
CREATE TABLE pgboss.subscription (
    event text NOT NULL,
    name text NOT NULL,
    created_on timestamp with time zone DEFAULT now() NOT NULL,
    updated_on timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE pgboss.version (
    version integer NOT NULL,
    cron_on timestamp with time zone,
    bam_on timestamp with time zone,
    flow_on timestamp with time zone,
    reindex_on timestamp with time zone,
    monitor_backoff_on timestamp with time zone
);
CREATE TABLE pgboss.warning (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    type text NOT NULL,
    message text NOT NULL,
    data jsonb,
    created_on timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE public."AllowedDomain" (
    id uuid NOT NULL,
    "websiteId" uuid NOT NULL,
    domain text NOT NULL,
    "createdAt" timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);
CREATE TABLE public."ApiKey" (
    id uuid NOT NULL,
    "websiteId" uuid NOT NULL,
    name text NOT NULL,
    hash text NOT NULL,
    scopes public."ApiScope"[],
    "createdAt" timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "lastUsedAt" timestamp(3) with time zone,
    "revokedAt" timestamp(3) with time zone
);
CREATE TABLE public."AuditEvent" (
    id uuid NOT NULL,
    "websiteId" uuid NOT NULL,
    "actorKind" public."ActorKind" NOT NULL,
    "actorId" uuid,
    action text NOT NULL,
    details jsonb NOT NULL,
    "createdAt" timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);
CREATE TABLE public."Category" (
    id uuid NOT NULL,
    "websiteId" uuid NOT NULL,
    name text NOT NULL,
    "position" integer NOT NULL
);
CREATE TABLE public."Customer" (
    id uuid NOT NULL,
    "websiteId" uuid NOT NULL,
    email text NOT NULL,
    nickname text,
    locale text,
    "createdAt" timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "firstSeenAt" timestamp(3) with time zone
);
CREATE TABLE public."Faq" (
    id uuid NOT NULL,
    "websiteId" uuid NOT NULL,
    question text NOT NULL,
    answer text NOT NULL,
    "position" integer NOT NULL,
    "viewCount" integer DEFAULT 0 NOT NULL
);
CREATE TABLE public."IdempotencyKey" (
    caller text NOT NULL,
    mutation text NOT NULL,
    key text NOT NULL,
    "inputHash" text NOT NULL,
    "resultId" uuid NOT NULL,
    "createdAt" timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);
CREATE TABLE public."InboundMail" (
    id uuid NOT NULL,
    "threadId" uuid NOT NULL,
    state public."InboundState" DEFAULT 'RECEIVED'::public."InboundState" NOT NULL,
    reason text,
    raw bytea NOT NULL,
    "envelopeFrom" text,
    "messageIdHeader" text,
    "from" text,
    subject text,
    text text,
    attachments jsonb DEFAULT '[]'::jsonb NOT NULL,
    "messageId" uuid,
    "receivedAt" timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "firstFailedAt" timestamp(3) with time zone,
    "settledAt" timestamp(3) with time zone
);
CREATE TABLE public."Mail" (
    id uuid NOT NULL,
    "websiteId" uuid NOT NULL,
    "threadId" uuid NOT NULL,
    kind public."MailKind" NOT NULL,
    "messageId" uuid NOT NULL,
    "firstPosition" integer NOT NULL,
    "lastPosition" integer NOT NULL,
    state public."MailState" DEFAULT 'QUEUED'::public."MailState" NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    failure text,
    "createdAt" timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "sentAt" timestamp(3) with time zone
);
CREATE TABLE public."MailMute" (
    "websiteId" uuid NOT NULL,
    email text NOT NULL,
    "createdAt" timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);
CREATE TABLE public."MailThread" (
    id uuid NOT NULL,
    "websiteId" uuid NOT NULL,
    "ticketId" uuid NOT NULL,
    role public."MailRole" NOT NULL,
    email text NOT NULL,
    "mailedPosition" integer DEFAULT 0 NOT NULL,
    "confirmedAt" timestamp(3) with time zone,
    "mutedAt" timestamp(3) with time zone,
    "createdAt" timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);
CREATE TABLE public."Message" (
    id uuid NOT NULL,
    "ticketId" uuid NOT NULL,
    "position" integer NOT NULL,
    body text NOT NULL,
    via public."Channel" NOT NULL,
    "customerId" uuid,
    "operatorId" uuid,
    "apiKeyId" uuid,
    "createdAt" timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "quotedText" text,
    CONSTRAINT "Message_body_length" CHECK (((char_length(body) >= 1) AND (char_length(body) <= 20000))),
    CONSTRAINT "Message_one_author" CHECK ((num_nonnulls("customerId", "operatorId", "apiKeyId") = 1))
);
CREATE TABLE public."Operator" (
    id uuid NOT NULL,
    "websiteId" uuid NOT NULL,
    email text NOT NULL,
    name text NOT NULL,
    role public."OperatorRole" NOT NULL,
    active boolean DEFAULT true NOT NULL,
    "createdAt" timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    notifications public."MailNotifications" DEFAULT 'ALL'::public."MailNotifications" NOT NULL
);
CREATE TABLE public."Participant" (
    id uuid NOT NULL,
    "ticketId" uuid NOT NULL,
    "websiteId" uuid NOT NULL,
    email text NOT NULL,
    "readPosition" integer DEFAULT 0 NOT NULL,
    "addedAt" timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);
CREATE TABLE public."Server" (
    id integer DEFAULT 1 NOT NULL,
    "keyFingerprint" text NOT NULL,
    CONSTRAINT "Server_one_row" CHECK ((id = 1))
);
CREATE TABLE public."SigningSecret" (
    id uuid NOT NULL,
    "websiteId" uuid NOT NULL,
    kind public."SecretKind" NOT NULL,
    sealed bytea NOT NULL,
    "createdAt" timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "retiresAt" timestamp(3) with time zone,
    "lastUsedAt" timestamp(3) with time zone
);
CREATE TABLE public."Ticket" (
    id uuid NOT NULL,
    "websiteId" uuid NOT NULL,
    number integer NOT NULL,
    subject text NOT NULL,
    status public."TicketStatus" DEFAULT 'OPEN'::public."TicketStatus" NOT NULL,
    "categoryId" uuid,
    "categoryName" text,
    "customerId" uuid NOT NULL,
    "assigneeId" uuid,
    "messageCount" integer DEFAULT 0 NOT NULL,
    preview text DEFAULT ''::text NOT NULL,
    "customerReadPosition" integer DEFAULT 0 NOT NULL,
    "teamReadPosition" integer DEFAULT 0 NOT NULL,
    "createdAt" timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "lastActivityAt" timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "updatedAt" timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "solvedByTeamAt" timestamp(3) with time zone,
    CONSTRAINT "Ticket_subject_length" CHECK (((char_length(subject) >= 1) AND (char_length(subject) <= 200)))
);
CREATE TABLE public."Website" (
    id uuid NOT NULL,
    name text NOT NULL,
    locale text DEFAULT 'en'::text NOT NULL,
    "headHtml" text DEFAULT ''::text NOT NULL,
    "participantsEnabled" boolean DEFAULT false NOT NULL,
    "ticketCount" integer DEFAULT 0 NOT NULL,
    "createdAt" timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "accentColor" text,
    "consoleUrl" text,
    "logoUrl" text,
    "mailContent" public."MailContent" DEFAULT 'FULL'::public."MailContent" NOT NULL,
    "mailDelaySeconds" integer,
    "mailFromName" text,
    "ticketUrl" text
);
CREATE TABLE public._prisma_migrations (
    id character varying(36) NOT NULL,
    checksum character varying(64) NOT NULL,
    finished_at timestamp with time zone,
    migration_name character varying(255) NOT NULL,
    logs text,
    rolled_back_at timestamp with time zone,
    started_at timestamp with time zone DEFAULT now() NOT NULL,
    applied_steps_count integer DEFAULT 0 NOT NULL
);
ALTER TABLE ONLY pgboss.job ATTACH PARTITION pgboss.job_common DEFAULT;
ALTER TABLE ONLY pgboss.queue_stats ATTACH PARTITION pgboss.queue_stats_20261128 FOR VALUES FROM ('2026-11-27 19:00:00-05') TO ('2026-11-28 19:00:00-05');
ALTER TABLE ONLY pgboss.queue_stats ATTACH PARTITION pgboss.queue_stats_20261129 FOR VALUES FROM ('2026-11-28 19:00:00-05') TO ('2026-11-29 19:00:00-05');
INSERT INTO pgboss.instance VALUES ('621fa4f6-098f-4130-9cc8-ce3862b3c8b5', NULL, 'vm', 2474, '12.38.0', 'v24.21.0', 'pgboss:621fa4f6', 30, true, false, true, false, false, 4, 1, 1, 0, '[]', '{"cpu": null, "rss": 342429696, "cgroup": 1, "cpuLimit": 2, "heapUsed": 99496336, "heapLimit": 4496293888, "loopDelay": null, "memoryUsed": null, "memoryLimit": 25276514304, "cpuThrottled": null, "loopDelayMax": null, "loopUtilization": null}', '{"max": 4, "adapter": "pg", "backend": "postgres", "migrate": true, "reindex": true, "schedule": false, "supervise": true, "createSchema": true, "useListenNotify": false, "warningQueueSize": 1000000, "bamIntervalSeconds": 60, "flowIntervalSeconds": 5, "warningRetentionDays": 365, "monitorIntervalSeconds": 10, "queueStatRetentionDays": 7, "reindexIntervalSeconds": 86400, "instanceHeartbeatSeconds": 30, "superviseIntervalSeconds": 10, "cronWorkerIntervalSeconds": 5, "queueCacheIntervalSeconds": 60, "cronMonitorIntervalSeconds": 30, "maintenanceIntervalSeconds": 600, "clockMonitorIntervalSeconds": 600}', 0, NULL, '2026-11-28 14:23:53.219092-05', '2026-11-28 14:23:53.219092-05', '2026-11-28 14:23:58.704107-05');
INSERT INTO pgboss.job_common VALUES ('594d9d9b-d658-4421-8f1b-4e6c99f006ee', 'ticket-news', 0, '{"ticketId": "01a2239d-330f-73d4-b866-4ed11648d3f9"}', 'created', 1000, 0, 5, true, 1800, 900, 3600, NULL, NULL, NULL, NULL, '2026-11-28 15:23:54.587341-05', '2026-11-28 14:23:54.587341-05', NULL, NULL, '2027-11-28 15:23:54.587341-05', NULL, NULL, 'standard', NULL, 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('337713ec-c97a-4eb3-b8ea-65b8201ba04e', 'ticket-news', 0, '{"ticketId": "01a2239d-330f-73d4-b866-4ed11648d3f9"}', 'created', 1000, 0, 5, true, 1800, 900, 3600, NULL, NULL, NULL, NULL, '2026-11-28 15:23:54.642102-05', '2026-11-28 14:23:54.642102-05', NULL, NULL, '2027-11-28 15:23:54.642102-05', NULL, NULL, 'standard', NULL, 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('c3c38582-ecdb-4bc8-81c6-af54e1bf3e9f', 'ticket-news', 0, '{"ticketId": "01a2239d-341e-7213-aa22-5e8a2d02ff4e"}', 'created', 1000, 0, 5, true, 1800, 900, 3600, NULL, NULL, NULL, NULL, '2026-11-28 15:23:54.845917-05', '2026-11-28 14:23:54.845917-05', NULL, NULL, '2027-11-28 15:23:54.845917-05', NULL, NULL, 'standard', NULL, 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('efaa42e7-b4d8-4f91-b62e-5017aac9d9aa', 'ticket-news', 0, '{"ticketId": "01a2239d-341e-7213-aa22-5e8a2d02ff4e"}', 'created', 1000, 0, 5, true, 1800, 900, 3600, NULL, NULL, NULL, NULL, '2026-11-28 15:23:54.927273-05', '2026-11-28 14:23:54.927273-05', NULL, NULL, '2027-11-28 15:23:54.927273-05', NULL, NULL, 'standard', NULL, 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('23af360b-5836-4a68-bb13-edc7526e65ad', 'ticket-news', 0, '{"ticketId": "01a2239d-355f-7508-b629-cfc7b12224d0"}', 'created', 1000, 0, 5, true, 1800, 900, 3600, NULL, NULL, NULL, NULL, '2026-11-28 15:23:55.198714-05', '2026-11-28 14:23:55.198714-05', NULL, NULL, '2027-11-28 15:23:55.198714-05', NULL, NULL, 'standard', NULL, 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('d2a9ffb7-83eb-4a78-9e19-07a8835aab73', 'ticket-news', 0, '{"opened": true, "ticketId": "01a2239d-3637-724e-a1bb-fb6ff42a7a14"}', 'created', 1000, 0, 5, true, 1800, 900, 3600, NULL, NULL, NULL, NULL, '2026-11-28 15:23:55.488872-05', '2026-11-28 14:23:55.488872-05', NULL, NULL, '2027-11-28 15:23:55.488872-05', NULL, NULL, 'standard', NULL, 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('97ebae22-822b-46e5-a7e0-d7df4f7e6291', 'ticket-news', 0, '{"opened": true, "ticketId": "01a2239d-341e-7213-aa22-5e8a2d02ff4e"}', 'created', 1000, 0, 5, true, 1800, 900, 3600, NULL, NULL, NULL, NULL, '2026-11-28 15:23:55.523765-05', '2026-11-28 14:23:55.523765-05', NULL, NULL, '2027-11-28 15:23:55.523765-05', NULL, NULL, 'standard', NULL, 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('006a9d89-b674-426b-afd9-1056a8ccc423', 'ticket-news', 0, '{"opened": true, "ticketId": "01a2239d-355f-7508-b629-cfc7b12224d0"}', 'created', 1000, 0, 5, true, 1800, 900, 3600, NULL, NULL, NULL, NULL, '2026-11-28 15:23:55.54435-05', '2026-11-28 14:23:55.54435-05', NULL, NULL, '2027-11-28 15:23:55.54435-05', NULL, NULL, 'standard', NULL, 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('4e7a0961-d7d8-4016-bc39-4e597126cbf4', 'ticket-news', 0, '{"opened": true, "ticketId": "01a2239d-330f-73d4-b866-4ed11648d3f9"}', 'created', 1000, 0, 5, true, 1800, 900, 3600, NULL, NULL, NULL, NULL, '2026-11-28 15:23:54.523959-05', '2026-11-28 14:23:55.523959-05', NULL, NULL, '2027-11-28 15:23:54.523959-05', NULL, NULL, 'standard', NULL, 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('0f012573-c274-4a44-8e22-f576fb2fa75a', 'ticket-news', 0, '{"opened": false, "ticketId": "01a2239d-330f-73d4-b866-4ed11648d3f9"}', 'created', 1000, 0, 5, true, 1800, 900, 3600, NULL, NULL, NULL, NULL, '2026-11-28 15:23:54.542892-05', '2026-11-28 14:23:55.542892-05', NULL, NULL, '2027-11-28 15:23:54.542892-05', NULL, NULL, 'standard', NULL, 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('04596ee3-bdcf-4262-b1c2-cf44d11bf875', 'ticket-news', 0, '{"opened": true, "ticketId": "01a2239d-3637-724e-a1bb-fb6ff42a7a14"}', 'completed', 1000, 0, 5, true, 1800, 900, 3600, NULL, NULL, NULL, NULL, '2026-11-28 14:23:55.319925-05', '2026-11-28 14:23:55.319925-05', '2026-11-28 14:23:55.442439-05', '2026-11-28 14:23:56.20215-05', '2027-11-28 14:23:55.319925-05', NULL, NULL, 'standard', '2026-11-28 14:23:55.442439-05', 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('42111b4c-aaba-4e1c-9c5f-056d3589185c', 'ticket-news', 0, '{"opened": false, "ticketId": "01a2239d-330f-73d4-b866-4ed11648d3f9"}', 'completed', 1000, 0, 5, true, 1800, 900, 3600, NULL, NULL, NULL, NULL, '2026-11-28 14:23:54.732923-05', '2026-11-28 14:23:54.732923-05', '2026-11-28 14:23:55.442439-05', '2026-11-28 14:23:56.20215-05', '2027-11-28 14:23:54.732923-05', NULL, NULL, 'standard', '2026-11-28 14:23:55.442439-05', 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('7f55aa83-3c05-4167-89cd-8cd4fb7075a8', 'ticket-news', 0, '{"opened": true, "ticketId": "01a2239d-341e-7213-aa22-5e8a2d02ff4e"}', 'completed', 1000, 0, 5, true, 1800, 900, 3600, NULL, NULL, NULL, NULL, '2026-11-28 14:23:54.782767-05', '2026-11-28 14:23:54.782767-05', '2026-11-28 14:23:55.442439-05', '2026-11-28 14:23:56.20215-05', '2027-11-28 14:23:54.782767-05', NULL, NULL, 'standard', '2026-11-28 14:23:55.442439-05', 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('986130e7-846c-40b4-94ec-e66be02664a7', 'ticket-news', 0, '{"opened": true, "ticketId": "01a2239d-330f-73d4-b866-4ed11648d3f9"}', 'completed', 1000, 0, 5, true, 1800, 900, 3600, NULL, NULL, NULL, NULL, '2026-11-28 14:23:54.512282-05', '2026-11-28 14:23:54.512282-05', '2026-11-28 14:23:55.442439-05', '2026-11-28 14:23:56.20215-05', '2027-11-28 14:23:54.512282-05', NULL, NULL, 'standard', '2026-11-28 14:23:55.442439-05', 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('d8dc2eb3-0dfb-4709-8e8f-024c06559945', 'ticket-news', 0, '{"opened": true, "ticketId": "01a2239d-355f-7508-b629-cfc7b12224d0"}', 'completed', 1000, 0, 5, true, 1800, 900, 3600, NULL, NULL, NULL, NULL, '2026-11-28 14:23:55.105346-05', '2026-11-28 14:23:55.105346-05', '2026-11-28 14:23:55.442439-05', '2026-11-28 14:23:56.20215-05', '2027-11-28 14:23:55.105346-05', NULL, NULL, 'standard', '2026-11-28 14:23:55.442439-05', 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('543de1fd-8a41-4c1c-9d7d-6d76bf4bebc2', 'mail', 0, '{"mailId": "01a2239d-3982-7570-9881-fe45db4b942f"}', 'completed', 1000, 0, 5, true, 1800, 900, 3600, NULL, NULL, NULL, NULL, '2026-11-28 14:23:55.523959-05', '2026-11-28 14:23:55.523959-05', '2026-11-28 14:23:56.446623-05', '2026-11-28 14:23:58.380221-05', '2027-11-28 14:23:55.523959-05', NULL, NULL, 'standard', '2026-11-28 14:23:56.446623-05', 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('60234058-69d8-4962-8020-2f98fabd7a58', 'mail', 0, '{"mailId": "01a2239d-3954-71da-ae53-1a619a28a641"}', 'completed', 1000, 0, 5, true, 1800, 900, 3600, NULL, NULL, NULL, NULL, '2026-11-28 14:23:55.523959-05', '2026-11-28 14:23:55.523959-05', '2026-11-28 14:23:56.446623-05', '2026-11-28 14:23:58.380221-05', '2027-11-28 14:23:55.523959-05', NULL, NULL, 'standard', '2026-11-28 14:23:56.446623-05', 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('a87545b2-db77-45fd-a69c-f3c40777f9b9', 'mail', 0, '{"mailId": "01a2239d-3804-7675-859b-bcca1712d67b"}', 'completed', 1000, 0, 5, true, 1800, 900, 3600, NULL, NULL, NULL, NULL, '2026-11-28 14:23:55.488872-05', '2026-11-28 14:23:55.488872-05', '2026-11-28 14:23:56.446623-05', '2026-11-28 14:23:58.380221-05', '2027-11-28 14:23:55.488872-05', NULL, NULL, 'standard', '2026-11-28 14:23:56.446623-05', 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('cf42bf6f-ba29-42dc-8a4f-6557327c94d8', 'mail', 0, '{"mailId": "01a2239d-3856-73ce-9f1b-014e74143b93"}', 'completed', 1000, 0, 5, true, 1800, 900, 3600, NULL, NULL, NULL, NULL, '2026-11-28 14:23:55.523765-05', '2026-11-28 14:23:55.523765-05', '2026-11-28 14:23:56.446623-05', '2026-11-28 14:23:58.380221-05', '2027-11-28 14:23:55.523765-05', NULL, NULL, 'standard', '2026-11-28 14:23:56.446623-05', 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.job_common VALUES ('d384eb7a-e3b1-4b3e-97df-5068b7e27dfc', 'mail', 0, '{"mailId": "01a2239d-397b-7268-9905-dcd979cc6ba5"}', 'completed', 1000, 0, 5, true, 1800, 900, 3600, NULL, NULL, NULL, NULL, '2026-11-28 14:23:55.523959-05', '2026-11-28 14:23:55.523959-05', '2026-11-28 14:23:56.446623-05', '2026-11-28 14:23:58.380221-05', '2027-11-28 14:23:55.523959-05', NULL, NULL, 'standard', '2026-11-28 14:23:56.446623-05', 20, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO pgboss.queue VALUES ('ticket-news', 'standard', 1000, 5, true, 1800, 900, 31536000, 3600, NULL, false, 'job_common', 0, 0, 0, 0, 0, 0, 0, 0, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, '{}', 20, false, NULL, NULL, NULL, NULL, '2026-11-28 14:23:53.290807-05', '2026-11-28 14:23:53.301315-05');
INSERT INTO pgboss.queue VALUES ('mail', 'standard', 1000, 5, true, 1800, 900, 31536000, 3600, NULL, false, 'job_common', 0, 0, 0, 0, 0, 0, 0, 0, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, '{}', 20, false, NULL, NULL, NULL, NULL, '2026-11-28 14:23:53.303873-05', '2026-11-28 14:23:53.366272-05');
INSERT INTO pgboss.queue VALUES ('inbound-mail', 'standard', 1000, 5, true, 1800, 900, 31536000, 3600, NULL, false, 'job_common', 0, 0, 0, 0, 0, 0, 0, 0, NULL, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, '{}', 20, false, NULL, NULL, NULL, NULL, '2026-11-28 14:23:53.372293-05', '2026-11-28 14:23:53.37948-05');
INSERT INTO pgboss.version VALUES (46, NULL, '2026-11-28 14:23:53.20326-05', '2026-11-28 14:23:58.327217-05', NULL, NULL);
INSERT INTO public."AllowedDomain" VALUES ('01a2239d-3141-751e-8152-e0998af72756', '01a2239d-3130-75b3-bc74-2d110593b607', 'app.acme.com', '2026-11-28 19:23:54.049+00');
INSERT INTO public."ApiKey" VALUES ('01a2239d-3147-7670-8c8c-ef073b9f12e3', '01a2239d-3130-75b3-bc74-2d110593b607', 'Acme', 'b61da4407ffe1faccfe4c7efb2442f59fff06e20560d92f156d85947e9d396fe', '{TICKETS_READ,TICKETS_WRITE,SETTINGS_READ,SETTINGS_WRITE}', '2026-11-28 19:23:54.055+00', '2026-11-28 19:23:55.175+00', NULL);
INSERT INTO public."AuditEvent" VALUES ('01a2239d-314b-7248-bc5b-69e365788889', '01a2239d-3130-75b3-bc74-2d110593b607', 'ROOT', NULL, 'createWebsite', '{"name": "Acme", "domains": ["app.acme.com"], "operators": [{"role": "ADMIN", "email": "ada@acme.com"}, {"role": "AGENT", "email": "olaf@acme.com"}]}', '2026-11-28 19:23:54.059+00');
INSERT INTO public."AuditEvent" VALUES ('01a2239d-3254-733f-9237-c2e99694613f', '01a2239d-3130-75b3-bc74-2d110593b607', 'OPERATOR', '01a2239d-3143-762c-90a8-78c697bad58d', 'updateWebsite', '{"participantsEnabled": true}', '2026-11-28 19:23:54.324+00');
INSERT INTO public."AuditEvent" VALUES ('01a2239d-3282-770d-b37e-c3639492eca0', '01a2239d-3130-75b3-bc74-2d110593b607', 'OPERATOR', '01a2239d-3143-762c-90a8-78c697bad58d', 'createCategory', '{"name": "Billing"}', '2026-11-28 19:23:54.37+00');
INSERT INTO public."AuditEvent" VALUES ('01a2239d-329a-72c9-a9f9-a3cb30c41c62', '01a2239d-3130-75b3-bc74-2d110593b607', 'OPERATOR', '01a2239d-3143-762c-90a8-78c697bad58d', 'createCategory', '{"name": "Shipping"}', '2026-11-28 19:23:54.394+00');
INSERT INTO public."AuditEvent" VALUES ('01a2239d-32a7-726f-9310-0e28c3c62dab', '01a2239d-3130-75b3-bc74-2d110593b607', 'OPERATOR', '01a2239d-3143-762c-90a8-78c697bad58d', 'createFaq', '{"question": "Where is my parcel?"}', '2026-11-28 19:23:54.407+00');
INSERT INTO public."AuditEvent" VALUES ('01a2239d-32d9-7066-a1ea-852fc483c269', '01a2239d-3130-75b3-bc74-2d110593b607', 'OPERATOR', '01a2239d-3143-762c-90a8-78c697bad58d', 'updateCustomization', '{"dropped": [], "characters": 38}', '2026-11-28 19:23:54.457+00');
INSERT INTO public."Category" VALUES ('01a2239d-3281-768d-a308-ccf08106b52f', '01a2239d-3130-75b3-bc74-2d110593b607', 'Billing', 1);
INSERT INTO public."Category" VALUES ('01a2239d-3299-77ad-9633-b3614cdc72b3', '01a2239d-3130-75b3-bc74-2d110593b607', 'Shipping', 2);
INSERT INTO public."Customer" VALUES ('01a2239d-3180-72f3-9136-216395235803', '01a2239d-3130-75b3-bc74-2d110593b607', 'jane@example.com', 'jane', NULL, '2026-11-28 19:23:54.112+00', '2026-11-28 19:23:54.099+00');
INSERT INTO public."Customer" VALUES ('01a2239d-31eb-7518-a944-6bad5567fb04', '01a2239d-3130-75b3-bc74-2d110593b607', 'joe@example.com', 'joe', NULL, '2026-11-28 19:23:54.219+00', '2026-11-28 19:23:54.219+00');
INSERT INTO public."Faq" VALUES ('01a2239d-32a6-7593-9fef-2bfc38ca7b98', '01a2239d-3130-75b3-bc74-2d110593b607', 'Where is my parcel?', 'On its way: see the **tracking** page.', 1, 0);
INSERT INTO public."Mail" VALUES ('01a2239d-3856-73ce-9f1b-014e74143b93', '01a2239d-3130-75b3-bc74-2d110593b607', '01a2239d-3842-77a9-9d0e-548c8eb809cc', 'RECEIVED', '01a2239d-3425-75b8-a08d-6d1fee814d89', 1, 1, 'SENT', 1, NULL, '2026-11-28 19:23:55.861+00', '2026-11-28 19:23:58.316+00');
INSERT INTO public."Mail" VALUES ('01a2239d-3954-71da-ae53-1a619a28a641', '01a2239d-3130-75b3-bc74-2d110593b607', '01a2239d-3951-707d-b050-f3bc8a3ff990', 'RECEIVED', '01a2239d-3321-72fb-95ac-b4839667e892', 1, 1, 'SENT', 1, NULL, '2026-11-28 19:23:56.116+00', '2026-11-28 19:23:58.318+00');
INSERT INTO public."Mail" VALUES ('01a2239d-3804-7675-859b-bcca1712d67b', '01a2239d-3130-75b3-bc74-2d110593b607', '01a2239d-37f6-74af-929f-9312ca8c13bb', 'RECEIVED', '01a2239d-363f-702e-b38d-4e8641aa6f46', 1, 1, 'SENT', 1, NULL, '2026-11-28 19:23:55.779+00', '2026-11-28 19:23:58.319+00');
INSERT INTO public."Mail" VALUES ('01a2239d-3982-7570-9881-fe45db4b942f', '01a2239d-3130-75b3-bc74-2d110593b607', '01a2239d-3980-7553-818b-dc79a97fcd8d', 'INVITED', '01a2239d-3391-70a3-82c5-b5d766b3310e', 1, 0, 'SENT', 1, NULL, '2026-11-28 19:23:56.162+00', '2026-11-28 19:23:58.345+00');
INSERT INTO public."Mail" VALUES ('01a2239d-397b-7268-9905-dcd979cc6ba5', '01a2239d-3130-75b3-bc74-2d110593b607', '01a2239d-396c-7448-9014-b148f0df596e', 'INVITED', '01a2239d-3391-70a3-82c5-b5d766b3310e', 1, 0, 'SENT', 1, NULL, '2026-11-28 19:23:56.153+00', '2026-11-28 19:23:58.346+00');
INSERT INTO public."MailThread" VALUES ('01a2239d-37f6-74af-929f-9312ca8c13bb', '01a2239d-3130-75b3-bc74-2d110593b607', '01a2239d-3637-724e-a1bb-fb6ff42a7a14', 'CUSTOMER', 'jane@example.com', 0, NULL, NULL, '2026-11-28 19:23:55.766+00');
INSERT INTO public."MailThread" VALUES ('01a2239d-3842-77a9-9d0e-548c8eb809cc', '01a2239d-3130-75b3-bc74-2d110593b607', '01a2239d-341e-7213-aa22-5e8a2d02ff4e', 'CUSTOMER', 'joe@example.com', 0, NULL, NULL, '2026-11-28 19:23:55.842+00');
INSERT INTO public."MailThread" VALUES ('01a2239d-3951-707d-b050-f3bc8a3ff990', '01a2239d-3130-75b3-bc74-2d110593b607', '01a2239d-330f-73d4-b866-4ed11648d3f9', 'CUSTOMER', 'jane@example.com', 0, NULL, NULL, '2026-11-28 19:23:56.113+00');
INSERT INTO public."MailThread" VALUES ('01a2239d-396c-7448-9014-b148f0df596e', '01a2239d-3130-75b3-bc74-2d110593b607', '01a2239d-330f-73d4-b866-4ed11648d3f9', 'PARTICIPANT', 'paul@example.com', 0, NULL, NULL, '2026-11-28 19:23:56.14+00');
INSERT INTO public."MailThread" VALUES ('01a2239d-3980-7553-818b-dc79a97fcd8d', '01a2239d-3130-75b3-bc74-2d110593b607', '01a2239d-330f-73d4-b866-4ed11648d3f9', 'PARTICIPANT', 'rita@example.com', 0, NULL, NULL, '2026-11-28 19:23:56.16+00');
INSERT INTO public."Message" VALUES ('01a2239d-3321-72fb-95ac-b4839667e892', '01a2239d-330f-73d4-b866-4ed11648d3f9', 1, 'It says **100** instead of 10.
- one
- two', 'TICKET_CENTER', '01a2239d-3180-72f3-9136-216395235803', NULL, NULL, '2026-11-28 19:23:54.515+00', NULL);
INSERT INTO public."Message" VALUES ('01a2239d-335a-7124-bdcf-e0b9d94cd373', '01a2239d-330f-73d4-b866-4ed11648d3f9', 2, 'Sorry! Here is a [new one](https://acme.com/invoice).', 'CONSOLE', NULL, '01a2239d-3143-762c-90a8-78c697bad58d', NULL, '2026-11-28 19:23:54.591+00', NULL);
INSERT INTO public."Message" VALUES ('01a2239d-3391-70a3-82c5-b5d766b3310e', '01a2239d-330f-73d4-b866-4ed11648d3f9', 3, 'Thanks', 'TICKET_CENTER', '01a2239d-3180-72f3-9136-216395235803', NULL, NULL, '2026-11-28 19:23:54.647+00', NULL);
INSERT INTO public."Message" VALUES ('01a2239d-3425-75b8-a08d-6d1fee814d89', '01a2239d-341e-7213-aa22-5e8a2d02ff4e', 1, 'Where is it?', 'TICKET_CENTER', '01a2239d-31eb-7518-a944-6bad5567fb04', NULL, NULL, '2026-11-28 19:23:54.784+00', NULL);
INSERT INTO public."Message" VALUES ('01a2239d-345d-70aa-9ef5-108ec4e805f5', '01a2239d-341e-7213-aa22-5e8a2d02ff4e', 2, 'On its way', 'API', NULL, NULL, '01a2239d-3147-7670-8c8c-ef073b9f12e3', '2026-11-28 19:23:54.857+00', NULL);
INSERT INTO public."Message" VALUES ('01a2239d-3575-77d5-8346-baec3726e79d', '01a2239d-355f-7508-b629-cfc7b12224d0', 1, 'How is it going?', 'API', NULL, NULL, '01a2239d-3147-7670-8c8c-ef073b9f12e3', '2026-11-28 19:23:55.107+00', NULL);
INSERT INTO public."Message" VALUES ('01a2239d-363f-702e-b38d-4e8641aa6f46', '01a2239d-3637-724e-a1bb-fb6ff42a7a14', 1, 'How do I …', 'TICKET_CENTER', '01a2239d-3180-72f3-9136-216395235803', NULL, NULL, '2026-11-28 19:23:55.323+00', NULL);
INSERT INTO public."Operator" VALUES ('01a2239d-3143-762c-90a8-78c697bad58d', '01a2239d-3130-75b3-bc74-2d110593b607', 'ada@acme.com', 'Ada', 'ADMIN', true, '2026-11-28 19:23:54.051+00', 'ALL');
INSERT INTO public."Operator" VALUES ('01a2239d-3143-762c-90a8-7c8e14e26643', '01a2239d-3130-75b3-bc74-2d110593b607', 'olaf@acme.com', 'Olaf', 'AGENT', true, '2026-11-28 19:23:54.051+00', 'ALL');
INSERT INTO public."Participant" VALUES ('01a2239d-3322-750c-8028-17821a8d13b9', '01a2239d-330f-73d4-b866-4ed11648d3f9', '01a2239d-3130-75b3-bc74-2d110593b607', 'paul@example.com', 0, '2026-11-28 19:23:54.515+00');
INSERT INTO public."Participant" VALUES ('01a2239d-33f3-7398-a1e9-a9e4c391e3e3', '01a2239d-330f-73d4-b866-4ed11648d3f9', '01a2239d-3130-75b3-bc74-2d110593b607', 'rita@example.com', 0, '2026-11-28 19:23:54.738+00');
INSERT INTO public."Server" VALUES (1, '07f0c020ba5d5b6d9f8bbd85aaf49c03e2523232f1d5b4ee62cdbbe8f1bd5fa3');
INSERT INTO public."SigningSecret" VALUES ('01a2239d-313e-71fe-b0c5-79cdfb8839bc', '01a2239d-3130-75b3-bc74-2d110593b607', 'CUSTOMER', '\xc963f5a23967e03d6cb63c2e2e68213019acf3c47c58f3749ffbd43c24b1b843f684cca218eee067ec43af8755be2fba51d8f895baab2357ffcd6fedfc76b1ba7c4fa319f0e60395e0feb3ee4d27c1eddfe95c5120d3ed0b884c2adc', '2026-11-28 19:23:54.046+00', NULL, '2026-11-28 19:23:54.216+00');
INSERT INTO public."SigningSecret" VALUES ('01a2239d-313e-71fe-b0c5-7e509ed7be9a', '01a2239d-3130-75b3-bc74-2d110593b607', 'OPERATOR', '\x4fb95b167b145a43b395278a7bfa757111f88c347db8a73a47749a486947ffdd5ffb08aac15d8def4cc27f956df270387163f3aa1960d6af2cb4ae5978e77fcdb17cb39d9a98d9ef437f041803363c1562aa6250383657e133b1e8fe', '2026-11-28 19:23:54.046+00', NULL, '2026-11-28 19:23:54.233+00');
INSERT INTO public."Ticket" VALUES ('01a2239d-330f-73d4-b866-4ed11648d3f9', '01a2239d-3130-75b3-bc74-2d110593b607', 1, 'Invoice is wrong', 'OPEN', '01a2239d-3281-768d-a308-ccf08106b52f', 'Billing', '01a2239d-3180-72f3-9136-216395235803', NULL, 3, 'Thanks', 3, 2, '2026-11-28 19:23:54.515+00', '2026-11-28 19:23:54.647+00', '2026-11-28 19:23:54.741+00', NULL);
INSERT INTO public."Ticket" VALUES ('01a2239d-341e-7213-aa22-5e8a2d02ff4e', '01a2239d-3130-75b3-bc74-2d110593b607', 2, 'Parcel', 'SOLVED', NULL, NULL, '01a2239d-31eb-7518-a944-6bad5567fb04', NULL, 2, 'On its way', 1, 2, '2026-11-28 19:23:54.784+00', '2026-11-28 19:23:54.857+00', '2026-11-28 19:23:55+00', '2026-11-28 19:23:54.999+00');
INSERT INTO public."Ticket" VALUES ('01a2239d-355f-7508-b629-cfc7b12224d0', '01a2239d-3130-75b3-bc74-2d110593b607', 3, 'Welcome', 'PENDING', NULL, NULL, '01a2239d-3180-72f3-9136-216395235803', '01a2239d-3143-762c-90a8-78c697bad58d', 1, 'How is it going?', 0, 1, '2026-11-28 19:23:55.107+00', '2026-11-28 19:23:55.107+00', '2026-11-28 19:23:55.205+00', NULL);
INSERT INTO public."Ticket" VALUES ('01a2239d-3637-724e-a1bb-fb6ff42a7a14', '01a2239d-3130-75b3-bc74-2d110593b607', 4, 'Solved by myself', 'SOLVED', NULL, NULL, '01a2239d-3180-72f3-9136-216395235803', NULL, 1, 'How do I …', 1, 0, '2026-11-28 19:23:55.323+00', '2026-11-28 19:23:55.323+00', '2026-11-28 19:23:55.433+00', NULL);
INSERT INTO public."Website" VALUES ('01a2239d-3130-75b3-bc74-2d110593b607', 'Acme', 'en', '<style>body { color: #123456 }</style>', true, 4, '2026-11-28 19:23:54.036+00', NULL, NULL, NULL, 'FULL', NULL, NULL, NULL);
INSERT INTO public._prisma_migrations VALUES ('1e299254-f7b1-47b9-9eab-20bc6aee6f3a', '569cb5c39932e136387e901b6954943b3055ddc5bbe7aeecb3797c3f2a110e4b', '2026-11-28 19:23:52.569-05', '20261122174904_init', NULL, NULL, '2026-11-28 19:23:52.262-05', 1);
INSERT INTO public._prisma_migrations VALUES ('32373690-3e83-4661-88ac-7b127e6147a3', '0fdc46dd5b7bb1e8090df291cedc5cc6c4829f9c2cb4f501a93915f2fbca31af', '2026-11-28 19:23:52.597-05', '20261122185502_count_faq_views', NULL, NULL, '2026-11-28 19:23:52.573-05', 1);
INSERT INTO public._prisma_migrations VALUES ('69cb251c-ddbe-4c55-8a27-8fca98e84612', '03e9f6df24977655b966800c2ed3c7425843141cf99c1d223ff3eea61ebfb2bb', '2026-11-28 19:23:52.668-05', '20261122223552_mail', NULL, NULL, '2026-11-28 19:23:52.603-05', 1);
INSERT INTO public._prisma_migrations VALUES ('08ec1523-b3f6-4d40-b1cd-6f0d4f9628f4', '2bff93ca33ae5a9b7034984cf29e63988a59923237e792e0c161efc58caa7e4c', '2026-11-28 19:23:52.705-05', '20261123020002_customer_first_seen', NULL, NULL, '2026-11-28 19:23:52.675-05', 1);
INSERT INTO public._prisma_migrations VALUES ('a1bbe91c-0920-45ee-bc4b-c8d3886e43ec', 'b792264ba7ed5c4132eaed53344aadfe495f9c1042aa86d6ef01df910ef1f4cf', '2026-11-28 19:23:52.74-05', '20261123020002_inbound_settled', NULL, NULL, '2026-11-28 19:23:52.715-05', 1);
ALTER TABLE ONLY pgboss.bam
    ADD CONSTRAINT bam_pkey PRIMARY KEY (id);
ALTER TABLE ONLY pgboss.instance
    ADD CONSTRAINT instance_pkey PRIMARY KEY (id);
ALTER TABLE ONLY pgboss.job
    ADD CONSTRAINT job_pkey PRIMARY KEY (name, id);
ALTER TABLE ONLY pgboss.job_common
    ADD CONSTRAINT job_common_pkey PRIMARY KEY (name, id);
ALTER TABLE ONLY pgboss.job_dependency
    ADD CONSTRAINT job_dependency_pkey PRIMARY KEY (child_name, child_id, parent_name, parent_id);
ALTER TABLE ONLY pgboss.queue
    ADD CONSTRAINT queue_pkey PRIMARY KEY (name);
ALTER TABLE ONLY pgboss.queue_stats
    ADD CONSTRAINT queue_stats_pkey PRIMARY KEY (id, captured_on);
ALTER TABLE ONLY pgboss.queue_stats_20261128
    ADD CONSTRAINT queue_stats_20261128_pkey PRIMARY KEY (id, captured_on);
ALTER TABLE ONLY pgboss.queue_stats_20261129
    ADD CONSTRAINT queue_stats_20261129_pkey PRIMARY KEY (id, captured_on);
ALTER TABLE ONLY pgboss.schedule
    ADD CONSTRAINT schedule_pkey PRIMARY KEY (name, key);
ALTER TABLE ONLY pgboss.subscription
    ADD CONSTRAINT subscription_pkey PRIMARY KEY (event, name);
ALTER TABLE ONLY pgboss.version
    ADD CONSTRAINT version_pkey PRIMARY KEY (version);
ALTER TABLE ONLY pgboss.warning
    ADD CONSTRAINT warning_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public."AllowedDomain"
    ADD CONSTRAINT "AllowedDomain_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."ApiKey"
    ADD CONSTRAINT "ApiKey_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."AuditEvent"
    ADD CONSTRAINT "AuditEvent_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."Category"
    ADD CONSTRAINT "Category_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."Customer"
    ADD CONSTRAINT "Customer_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."Faq"
    ADD CONSTRAINT "Faq_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."IdempotencyKey"
    ADD CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY (caller, mutation, key);
ALTER TABLE ONLY public."InboundMail"
    ADD CONSTRAINT "InboundMail_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."MailMute"
    ADD CONSTRAINT "MailMute_pkey" PRIMARY KEY ("websiteId", email);
ALTER TABLE ONLY public."MailThread"
    ADD CONSTRAINT "MailThread_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."Mail"
    ADD CONSTRAINT "Mail_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."Message"
    ADD CONSTRAINT "Message_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."Operator"
    ADD CONSTRAINT "Operator_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."Participant"
    ADD CONSTRAINT "Participant_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."Server"
    ADD CONSTRAINT "Server_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."SigningSecret"
    ADD CONSTRAINT "SigningSecret_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."Ticket"
    ADD CONSTRAINT "Ticket_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."Website"
    ADD CONSTRAINT "Website_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public._prisma_migrations
    ADD CONSTRAINT _prisma_migrations_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX job_common_i1 ON pgboss.job_common USING btree (name, COALESCE(singleton_key, ''::text)) WHERE ((state = 'created'::pgboss.job_state) AND (policy = 'short'::text));
CREATE INDEX job_common_i10 ON pgboss.job_common USING btree (name, singleton_key, state DESC, created_on, id) INCLUDE (start_after) WHERE ((state < 'active'::pgboss.job_state) AND (NOT blocked) AND (policy = 'key_strict_fifo'::text));
CREATE INDEX job_common_i11 ON pgboss.job_common USING btree (name, priority DESC, created_on, start_after) WHERE ((state < 'active'::pgboss.job_state) AND (NOT blocked));
CREATE INDEX job_common_i12 ON pgboss.job_common USING btree (source_root_id) WHERE (source_root_id IS NOT NULL);
CREATE UNIQUE INDEX job_common_i13 ON pgboss.job_common USING btree (name, singleton_key) WHERE ((state = 'created'::pgboss.job_state) AND upsert_by_key);
CREATE INDEX job_common_i14 ON pgboss.job_common USING btree (name, state, blocked, start_after) WHERE (state = ANY (ARRAY['created'::pgboss.job_state, 'retry'::pgboss.job_state, 'active'::pgboss.job_state, 'failed'::pgboss.job_state]));
CREATE INDEX job_common_i15 ON pgboss.job_common USING btree (name, created_on);
CREATE INDEX job_common_i16 ON pgboss.job_common USING btree (name, completed_on) WHERE (completed_on IS NOT NULL);
CREATE INDEX job_common_i17 ON pgboss.job_common USING btree (name, singleton_key, created_on) WHERE ((state < 'active'::pgboss.job_state) AND (singleton_key IS NOT NULL));
CREATE UNIQUE INDEX job_common_i2 ON pgboss.job_common USING btree (name, COALESCE(singleton_key, ''::text)) WHERE ((state = 'active'::pgboss.job_state) AND (policy = 'singleton'::text));
CREATE UNIQUE INDEX job_common_i3 ON pgboss.job_common USING btree (name, state, COALESCE(singleton_key, ''::text)) WHERE ((state <= 'active'::pgboss.job_state) AND (policy = 'stately'::text));
CREATE UNIQUE INDEX job_common_i4 ON pgboss.job_common USING btree (name, singleton_on, COALESCE(singleton_key, ''::text)) WHERE ((state <> 'cancelled'::pgboss.job_state) AND (singleton_on IS NOT NULL));
CREATE UNIQUE INDEX job_common_i6 ON pgboss.job_common USING btree (name, COALESCE(singleton_key, ''::text)) WHERE ((state <= 'active'::pgboss.job_state) AND (policy = 'exclusive'::text));
CREATE INDEX job_common_i7 ON pgboss.job_common USING btree (name, group_id) WHERE ((state = 'active'::pgboss.job_state) AND (group_id IS NOT NULL));
CREATE UNIQUE INDEX job_common_i8 ON pgboss.job_common USING btree (name, singleton_key) WHERE ((state = ANY (ARRAY['active'::pgboss.job_state, 'retry'::pgboss.job_state, 'failed'::pgboss.job_state])) AND (policy = 'key_strict_fifo'::text));
CREATE INDEX job_common_i9 ON pgboss.job_common USING btree (name, id) WHERE (blocking AND (state = 'completed'::pgboss.job_state));
CREATE INDEX job_dep_parent_idx ON pgboss.job_dependency USING btree (parent_name, parent_id);
CREATE INDEX queue_stats_i1 ON ONLY pgboss.queue_stats USING btree (name, captured_on DESC) INCLUDE (deferred_count, queued_count, ready_count, active_count, failed_count, total_count);
CREATE INDEX queue_stats_20261128_name_captured_on_deferred_count_queued_idx ON pgboss.queue_stats_20261128 USING btree (name, captured_on DESC) INCLUDE (deferred_count, queued_count, ready_count, active_count, failed_count, total_count);
CREATE INDEX queue_stats_20261129_name_captured_on_deferred_count_queued_idx ON pgboss.queue_stats_20261129 USING btree (name, captured_on DESC) INCLUDE (deferred_count, queued_count, ready_count, active_count, failed_count, total_count);
CREATE INDEX warning_i1 ON pgboss.warning USING btree (created_on DESC);
CREATE UNIQUE INDEX "AllowedDomain_websiteId_domain_key" ON public."AllowedDomain" USING btree ("websiteId", domain);
CREATE UNIQUE INDEX "ApiKey_hash_key" ON public."ApiKey" USING btree (hash);
CREATE INDEX "ApiKey_websiteId_idx" ON public."ApiKey" USING btree ("websiteId");
CREATE INDEX "AuditEvent_websiteId_createdAt_id_idx" ON public."AuditEvent" USING btree ("websiteId", "createdAt" DESC, id DESC);
CREATE INDEX "Category_websiteId_position_idx" ON public."Category" USING btree ("websiteId", "position");
CREATE UNIQUE INDEX "Customer_websiteId_email_key" ON public."Customer" USING btree ("websiteId", email);
CREATE INDEX "Faq_websiteId_position_idx" ON public."Faq" USING btree ("websiteId", "position");
CREATE INDEX "IdempotencyKey_createdAt_idx" ON public."IdempotencyKey" USING btree ("createdAt");
CREATE UNIQUE INDEX "InboundMail_messageId_key" ON public."InboundMail" USING btree ("messageId");
CREATE UNIQUE INDEX "InboundMail_threadId_messageIdHeader_key" ON public."InboundMail" USING btree ("threadId", "messageIdHeader");
CREATE UNIQUE INDEX "MailThread_ticketId_role_email_key" ON public."MailThread" USING btree ("ticketId", role, email);
CREATE INDEX "MailThread_websiteId_email_idx" ON public."MailThread" USING btree ("websiteId", email);
CREATE INDEX "Mail_messageId_idx" ON public."Mail" USING btree ("messageId");
CREATE INDEX "Mail_threadId_idx" ON public."Mail" USING btree ("threadId");
CREATE INDEX "Mail_websiteId_createdAt_idx" ON public."Mail" USING btree ("websiteId", "createdAt");
CREATE UNIQUE INDEX "Message_ticketId_position_key" ON public."Message" USING btree ("ticketId", "position");
CREATE UNIQUE INDEX "Operator_websiteId_email_key" ON public."Operator" USING btree ("websiteId", email);
CREATE UNIQUE INDEX "Participant_ticketId_email_key" ON public."Participant" USING btree ("ticketId", email);
CREATE INDEX "Participant_websiteId_email_idx" ON public."Participant" USING btree ("websiteId", email);
CREATE INDEX "SigningSecret_websiteId_idx" ON public."SigningSecret" USING btree ("websiteId");
CREATE INDEX "Ticket_assigneeId_idx" ON public."Ticket" USING btree ("assigneeId");
CREATE INDEX "Ticket_categoryId_idx" ON public."Ticket" USING btree ("categoryId");
CREATE INDEX "Ticket_customerId_lastActivityAt_id_idx" ON public."Ticket" USING btree ("customerId", "lastActivityAt" DESC, id DESC);
CREATE INDEX "Ticket_websiteId_lastActivityAt_id_idx" ON public."Ticket" USING btree ("websiteId", "lastActivityAt" DESC, id DESC);
CREATE UNIQUE INDEX "Ticket_websiteId_number_key" ON public."Ticket" USING btree ("websiteId", number);
CREATE INDEX "Ticket_websiteId_updatedAt_idx" ON public."Ticket" USING btree ("websiteId", "updatedAt");
ALTER INDEX pgboss.job_pkey ATTACH PARTITION pgboss.job_common_pkey;
ALTER INDEX pgboss.queue_stats_i1 ATTACH PARTITION pgboss.queue_stats_20261128_name_captured_on_deferred_count_queued_idx;
ALTER INDEX pgboss.queue_stats_pkey ATTACH PARTITION pgboss.queue_stats_20261128_pkey;
ALTER INDEX pgboss.queue_stats_i1 ATTACH PARTITION pgboss.queue_stats_20261129_name_captured_on_deferred_count_queued_idx;
ALTER INDEX pgboss.queue_stats_pkey ATTACH PARTITION pgboss.queue_stats_20261129_pkey;
ALTER TABLE ONLY pgboss.job_common
    ADD CONSTRAINT dlq_fkey FOREIGN KEY (dead_letter) REFERENCES pgboss.queue(name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY pgboss.job_common
    ADD CONSTRAINT q_fkey FOREIGN KEY (name) REFERENCES pgboss.queue(name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY pgboss.queue
    ADD CONSTRAINT queue_dead_letter_fkey FOREIGN KEY (dead_letter) REFERENCES pgboss.queue(name);
ALTER TABLE ONLY pgboss.schedule
    ADD CONSTRAINT schedule_name_fkey FOREIGN KEY (name) REFERENCES pgboss.queue(name) ON DELETE CASCADE;
ALTER TABLE ONLY pgboss.subscription
    ADD CONSTRAINT subscription_name_fkey FOREIGN KEY (name) REFERENCES pgboss.queue(name) ON DELETE CASCADE;
ALTER TABLE ONLY public."AllowedDomain"
    ADD CONSTRAINT "AllowedDomain_websiteId_fkey" FOREIGN KEY ("websiteId") REFERENCES public."Website"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."ApiKey"
    ADD CONSTRAINT "ApiKey_websiteId_fkey" FOREIGN KEY ("websiteId") REFERENCES public."Website"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."AuditEvent"
    ADD CONSTRAINT "AuditEvent_websiteId_fkey" FOREIGN KEY ("websiteId") REFERENCES public."Website"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."Category"
    ADD CONSTRAINT "Category_websiteId_fkey" FOREIGN KEY ("websiteId") REFERENCES public."Website"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."Customer"
    ADD CONSTRAINT "Customer_websiteId_fkey" FOREIGN KEY ("websiteId") REFERENCES public."Website"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."Faq"
    ADD CONSTRAINT "Faq_websiteId_fkey" FOREIGN KEY ("websiteId") REFERENCES public."Website"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."InboundMail"
    ADD CONSTRAINT "InboundMail_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES public."Message"(id) ON UPDATE CASCADE ON DELETE SET NULL;
ALTER TABLE ONLY public."InboundMail"
    ADD CONSTRAINT "InboundMail_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES public."MailThread"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."MailMute"
    ADD CONSTRAINT "MailMute_websiteId_fkey" FOREIGN KEY ("websiteId") REFERENCES public."Website"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."MailThread"
    ADD CONSTRAINT "MailThread_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES public."Ticket"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."Mail"
    ADD CONSTRAINT "Mail_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES public."Message"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."Mail"
    ADD CONSTRAINT "Mail_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES public."MailThread"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."Message"
    ADD CONSTRAINT "Message_apiKeyId_fkey" FOREIGN KEY ("apiKeyId") REFERENCES public."ApiKey"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE ONLY public."Message"
    ADD CONSTRAINT "Message_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES public."Customer"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE ONLY public."Message"
    ADD CONSTRAINT "Message_operatorId_fkey" FOREIGN KEY ("operatorId") REFERENCES public."Operator"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE ONLY public."Message"
    ADD CONSTRAINT "Message_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES public."Ticket"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."Operator"
    ADD CONSTRAINT "Operator_websiteId_fkey" FOREIGN KEY ("websiteId") REFERENCES public."Website"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."Participant"
    ADD CONSTRAINT "Participant_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES public."Ticket"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."SigningSecret"
    ADD CONSTRAINT "SigningSecret_websiteId_fkey" FOREIGN KEY ("websiteId") REFERENCES public."Website"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."Ticket"
    ADD CONSTRAINT "Ticket_assigneeId_fkey" FOREIGN KEY ("assigneeId") REFERENCES public."Operator"(id) ON UPDATE CASCADE ON DELETE SET NULL;
ALTER TABLE ONLY public."Ticket"
    ADD CONSTRAINT "Ticket_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES public."Category"(id) ON UPDATE CASCADE ON DELETE SET NULL;
ALTER TABLE ONLY public."Ticket"
    ADD CONSTRAINT "Ticket_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES public."Customer"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE ONLY public."Ticket"
    ADD CONSTRAINT "Ticket_websiteId_fkey" FOREIGN KEY ("websiteId") REFERENCES public."Website"(id) ON UPDATE CASCADE ON DELETE CASCADE;
