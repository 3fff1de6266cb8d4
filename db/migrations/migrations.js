import journal from './meta/_journal.json';
import m0000 from './0000_first_light.sql';
import m0001 from './0001_jobs.sql';
import m0002 from './0002_operator.sql';
import m0003 from './0003_undelivered.sql';
import m0004 from './0004_names_asked.sql';
import m0005 from './0005_officers.sql';
import m0006 from './0006_keys_in_use.sql';
import m0007 from './0007_ticket_firm.sql';
import m0008 from './0008_looks_and_notice.sql';
import m0009 from './0009_drafts.sql';
import m0010 from './0010_undelivered_until.sql';

  export default {
    journal,
    migrations: {
      m0000,
m0001,
m0002,
m0003,
m0004,
m0005,
m0006,
m0007,
m0008,
m0009,
m0010
    }
  }
  