/** One call as Asterisk writes it. */
export const CALL =
  '"","2025550142","1001","from-trunk","""Help"" <2025550142>","PJSIP/trunk-00000001","PJSIP/1001-00000002","Dial","","2026-03-02 09:15:00","2026-03-02 09:15:08","2026-03-02 09:17:08",128,120,"ANSWERED","DOCUMENTATION","1772460900.1",""';
