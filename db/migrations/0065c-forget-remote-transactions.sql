-- Names of keys carry personal numbers: what was asked of a service is forgotten once nobody can ask about it any more.
grant delete on signing.remote_transaction to motcua_app;
create index remote_transaction_expires on signing.remote_transaction (expires_at);
