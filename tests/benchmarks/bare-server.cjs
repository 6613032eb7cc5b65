/**
 * The baseline of the lists: the same SQL through bare `pg` and node:http, in a process of its own as the API is.
 * It is told by message which queries answer which address, and says on which port it listens.
 */
'use strict';
const http = require('node:http');
const { Pool } = require('pg');

process.once('message', ({ databaseUrl, answers }) => {
  const pool = new Pool({ connectionString: databaseUrl, max: 10 });
  const server = http.createServer(async (request, response) => {
    try {
      const results = [];
      for (const { text, values } of answers[request.url]) results.push((await pool.query(text, values)).rows);
      response.setHeader('Content-Type', 'application/json; charset=utf-8');
      response.end(JSON.stringify(results));
    } catch (error) {
      response.statusCode = 500;
      response.end(String(error));
    }
  });
  server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
});
