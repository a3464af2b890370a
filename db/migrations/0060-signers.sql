-- Officers sign with different devices and services: the register says which one holds a key.
alter table signing.key_holder add column signer text not null default 'embedded';
alter table signing.key_holder alter column signer drop default;
comment on column signing.key_holder.signer is 'Thiết bị hoặc dịch vụ ký giữ khoá: embedded, pkcs11, csc, smartca, mysign…';

alter table signing.request add column signer text not null default 'embedded';
alter table signing.request alter column signer drop default;
comment on column signing.request.signer is 'Thiết bị hoặc dịch vụ được nhờ ký';
