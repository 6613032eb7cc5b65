/**
 * A certificate of nobody for a server at 127.0.0.1, made for these tests and valid until 2120: it protects nothing, and
 * no program trusts it but one that is told to.
 */
export const TEST_KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg6SfOJfr7Muw+peZ6
fRCGlKsy68TXR8Bvzjf5FxoQWYahRANCAATX8bGHLDlafoNdvbrrd2Z9ggu8tWEA
sqFswW/+BNOYxwPRrJgpucS+eTahmOa5QO3wz5m7LxOuqJK/QZEmyaot
-----END PRIVATE KEY-----`;

export const TEST_CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBbTCCARSgAwIBAgIBATAKBggqhkjOPQQDAjAZMRcwFQYDVQQDDA5Db2xvcGhv
biB0ZXN0czAgFw0yMDAxMDEwMDAwMDBaGA8yMTIwMDEwMTAwMDAwMFowGTEXMBUG
A1UEAwwOQ29sb3Bob24gdGVzdHMwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAATX
8bGHLDlafoNdvbrrd2Z9ggu8tWEAsqFswW/+BNOYxwPRrJgpucS+eTahmOa5QO3w
z5m7LxOuqJK/QZEmyaoto0swSTAaBgNVHREEEzARhwR/AAABgglsb2NhbGhvc3Qw
DAYDVR0TBAUwAwEB/zAdBgNVHQ4EFgQU68XVHSZSLCO4YXc9e0SofS0v6G0wCgYI
KoZIzj0EAwIDRwAwRAIgL38IcrYPP+jne1MA56LYS0zk3NGlLFQDiStpTjuXqE4C
IG0lWgDioTxjWna4uO+oIVuffkaTJR6mulbbgoKsQarZ
-----END CERTIFICATE-----`;
