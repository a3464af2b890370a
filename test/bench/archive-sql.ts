/** Units, procedures and names to choose from; then dossiers chosen, then written. */
export const ARCHIVE_SQL = {
  prepare: `
    drop schema if exists bench cascade;
    create schema bench;
    create unlogged table bench.name (no int primary key, name text not null, words text[] not null);
    create unlogged table bench.chosen (id uuid, place_no int, name_no int, citizen_no int, version_no int, handling text,
      submitted_at timestamptz, queue_at timestamptz, assignee_no int, luck double precision);
    create table bench.place as
      select row_number() over (order by a.code)::int as no, a.id as agency, s.centre_id as desk, c.code as desk_code,
        a.commune_code, right(a.id::text, 12) as agency_key, right(s.centre_id::text, 12) as desk_key,
        array(select g.account_id from identity.role_grant g where g.unit_id = a.id and g.role = 'specialist' and g.valid_to is null
          order by g.account_id) as specialists
      from organisation.unit a
        join organisation.one_stop_service s on s.agency_id = a.id and s.valid_to is null
        join organisation.unit c on c.id = s.centre_id
      where a.kind in ('peoples-committee', 'department') and a.valid_to is null;
    -- Big wards have ten times the dossiers of an island.
    create table bench.slot as
      select row_number() over ()::int as no, p.no as place_no
      from bench.place p, generate_series(1, 1 + (abs(hashtext(p.agency::text)) % 10));
    create table bench.version as
      select row_number() over (order by v.code)::int as no, v.id, v.code from catalogue.procedure_version v
      order by v.code limit 400;
    analyze bench.place; analyze bench.slot; analyze bench.version`,

  fillNames: `
    insert into bench.name select n.no, n.name, n.words
    from jsonb_to_recordset($1::jsonb) as n(no int, name text, words text[])`,

  chooseOpen: `
    insert into bench.chosen
    select uuidv7(d.submitted_at - now()), d.place_no, d.name_no, d.citizen_no, d.version_no,
      case when d.luck < 0.20 then 'submitted' when d.luck < 0.30 then 'received' when d.luck < 0.65 then 'appraising'
        when d.luck < 0.73 then 'awaiting-approval' when d.luck < 0.80 then 'awaiting-signature'
        when d.luck < 0.84 then 'awaiting-seal' when d.luck < 0.94 then 'finished' else 'awaiting-supplement' end,
      d.submitted_at, now() + (d.due_in * 40 - 2) * interval '1 day', (d.luck * 1000)::int, d.luck
    from (
      select p.no as place_no, (random() * 59999)::int as name_no, (random() * 400000)::int as citizen_no,
        1 + floor(399 * power(random(), 2.5))::int as version_no, random() as luck, random() as due_in,
        now() - random() * interval '45 days' as submitted_at
      from bench.place p, generate_series(1, 200 + abs(hashtext(p.agency::text)) % 300)
    ) d`,

  chooseClosed: `
    insert into bench.chosen
    select uuidv7(d.submitted_at - now()), s.place_no, d.citizen_no % 60000, d.citizen_no, d.version_no,
      case when d.luck < 0.96 then 'delivered' when d.luck < 0.99 then 'refused' else 'withdrawn' end,
      d.submitted_at, d.submitted_at + interval '6 days', (d.luck * 1000)::int, d.luck
    from (
      select 1 + floor(random() * (select count(*) from bench.slot))::int as slot_no, (random() * 400000)::int as citizen_no,
        1 + floor(399 * power(random(), 2.5))::int as version_no, random() as luck,
        now() - interval '20 days' - random() * interval '5 years' as submitted_at
      from generate_series(1, $1::int)
    ) d join bench.slot s on s.no = d.slot_no`,

  dossiers: `
    insert into dossiers.dossier (id, code, version, province_code, procedure_code, procedure_version_id, case_code, process_id,
      handling, money, delivery, exchange, received_by_unit_id, competent_unit_id, channel, applicant, submitter, applicant_name,
      applicant_personal_id, applicant_citizen_id, submitter_citizen_id, search_keys, answers, result_delivery, term,
      submitted_at, received_at, counts_from, due_at, due_on, original_due_at, queue_at, assignee_account_id, appraisal,
      supplement_count, supplied_at, waiting_since, finished_at, delivered_at)
    with day_no as (
      select c.*, p.desk, p.desk_code, row_number() over (partition by p.desk, (c.submitted_at at time zone 'Asia/Ho_Chi_Minh')::date
        order by c.submitted_at) + (select count(*) from dossiers.dossier) / 1000 as no
      from bench.chosen c join bench.place p on p.no = c.place_no
    ), told as (
      select d.*, n.name, n.words, '022' || lpad(d.citizen_no::text, 9, '0') as personal_id,
        case when d.luck < 0.6 then md5('citizen ' || d.citizen_no)::uuid end as citizen_id,
        d.handling <> 'submitted' as received
      from day_no d join bench.name n on n.no = d.name_no
    ), with_party as (
      select t.*, jsonb_build_object('kind', 'citizen', 'fullName', t.name, 'personalId', t.personal_id, 'passportNumber', null,
        'bornOn', '1988-03-14', 'address', 'Tổ 5, khu 2', 'communeCode', '06673', 'phone', '0912' || lpad((t.citizen_no % 1000000)::text, 6, '0'),
        'email', null, 'organisationName', null, 'businessCode', null) as party from told t
    )
    select t.id, t.desk_code || '-' || to_char(t.submitted_at at time zone 'Asia/Ho_Chi_Minh', 'YYMMDD') || '-' || lpad(t.no::text, 4, '0'),
      3, '22', v.code, v.id, '1', (select id from catalogue.process_version order by id limit 1),
      t.handling, 'nothing-due', case t.handling when 'delivered' then 'handed-over' when 'finished' then 'ready' else 'not-ready' end,
      'pending', p.desk, p.agency, case when t.luck < 0.6 then 'online' else 'counter' end, t.party, t.party, t.name, t.personal_id,
      t.citizen_id, t.citizen_id,
      array(select k || to_char(t.submitted_at at time zone 'Asia/Ho_Chi_Minh', '.YY:') || w
        from unnest(array['22', p.desk_key, p.agency_key]) k, unnest(t.words) w),
      jsonb_build_object('fullName', t.name, 'personalId', t.personal_id, 'request', 'Đề nghị giải quyết thủ tục ' || v.code,
        'address', 'Tổ 5, khu 2', 'onBehalf', 'self', 'resultDelivery', 'electronic', 'declaredTrue', true),
      'electronic', '{"quantity": 5, "unit": "working-day"}',
      t.submitted_at, case when t.received then t.submitted_at + interval '2 hours' end,
      case when t.received then (t.submitted_at at time zone 'Asia/Ho_Chi_Minh')::date end,
      case when t.received and t.handling <> 'awaiting-supplement' then t.queue_at end,
      case when t.received and t.handling <> 'awaiting-supplement' then (t.queue_at at time zone 'Asia/Ho_Chi_Minh')::date end,
      case when t.received then t.queue_at end, t.queue_at,
      case when t.handling not in ('submitted', 'received') then p.specialists[1 + t.assignee_no % greatest(1, cardinality(p.specialists))] end,
      case when t.handling = 'appraising' and t.luck > 0.5 then 'eligible' end,
      case when t.luck > 0.9 then 1 else 0 end, case when t.handling = 'submitted' and t.luck > 0.17 then t.submitted_at + interval '1 day' end,
      case when t.handling = 'awaiting-supplement' then t.submitted_at + interval '3 hours' end,
      case when t.handling in ('finished', 'delivered') then t.submitted_at + interval '4 days' end,
      case when t.handling = 'delivered' then t.submitted_at + interval '5 days' end
    from with_party t join bench.place p on p.no = t.place_no join bench.version v on v.no = t.version_no
    order by t.id`,

  components: `
    insert into dossiers.component (dossier_id, no, code, form, omitted)
    select c.id, k, 'T' || k, case when k = 1 then 'electronic' end, case when k = 2 then 'not-my-case' end
    from bench.chosen c, generate_series(1, 2) k order by c.id`,

  steps: `
    insert into dossiers.step (dossier_id, no, action, from_handling, to_handling, to_unit_id, by_name, at)
    select c.id, k, case k when 1 then 'submitDossier' when 2 then 'receiveDossier' else 'moveHandling' end,
      case k when 1 then null when 2 then 'submitted' else 'received' end,
      case k when 1 then 'submitted' when 2 then 'received' else c.handling end, p.agency, n.name, c.submitted_at + k * interval '1 hour'
    from bench.chosen c join bench.place p on p.no = c.place_no join bench.name n on n.no = c.name_no, generate_series(1, 3) k
    order by c.id, k`,
}
