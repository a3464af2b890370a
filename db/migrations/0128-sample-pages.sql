-- A sample may be a page of a PDF: each page is tried by itself.
alter table digitisation.template_sample add column page int not null default 1;
alter table digitisation.template_sample add constraint template_sample_page_ck check (page >= 1);
comment on column digitisation.template_sample.page is 'Trang thứ mấy của tệp, từ 1';
