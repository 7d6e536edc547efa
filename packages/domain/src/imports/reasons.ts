// Why a row of an import was not taken, or a whole file: codes whose meaning never changes.

/** Why a row was rejected. */
export const IMPORT_ROW_REASONS = {
  'cells-missing': 'The row has fewer cells than there are headers.',
  'cells-extra': 'The row has more cells than there are headers.',
  'cell-too-long': 'A cell is longer than any field may be.',
  'json-malformed': 'The line is not one JSON object.',
  'name-or-handle-needed': 'The row has neither a name nor a handle.',
  'date-malformed': 'A date is not one in the format of its column.',
  'duplicate-in-file':
    'An earlier row of this file holds the handle, is the same person, or was rejected as another of the name this row gives.',
  'handle-taken': 'The handle belongs to another contact.',
  'handles-of-several': 'The handles of this row belong to different contacts.',
  'name-differs': 'The handle belongs to a contact of another name; people are never merged by an import.',
  'contact-archived': 'The contact is archived.',
  'contact-unknown': 'There is no such contact to update.',
  'owner-unknown': 'No active staff member has this id, address or name.',
  'tag-unknown':
    'There is no such tag; `tag` names it. Create it, or say in `on_unknown_tag` to leave such tags out or to create them.',
  'tags-conflict': 'Two tags of one single-choice group.',
  'field-invalid': 'A value is not of the type its field was declared with.',
  'field-unknown': 'The field is not declared, and the settings refuse undeclared fields.',
  'lifecycle-unknown': 'There is no such lifecycle.',
  'stage-unknown': 'The lifecycle has no such stage.',
  'stage-missing': 'The row has a date for a stage but no stage.',
} as const;

/** What is said of a row that was taken. */
export const IMPORT_ROW_NOTICES = {
  'tag-left-out': 'There is no such tag, and as asked the person came in without it.',
  'tag-created': 'There was no such tag, and as asked it was created with this row.',
} as const;

/** What is wrong with a whole file, found before the first row is written. */
export const IMPORT_FILE_FAULTS = {
  'file-empty': 'The file holds no rows.',
  'encoding-unknown': 'The encoding cannot be told for certain: state it.',
  'encoding-wrong': 'The file is not in the encoding stated.',
  'csv-malformed': 'A quote is not closed, or stands where none may.',
  'header-missing': 'A column has no header.',
  'header-twice': 'Two columns have the same header.',
  'header-repeated': 'A second row of headers follows the first.',
  'column-missing': 'The mapping names a column the file does not have.',
  'target-unknown': 'The mapping names a target that does not exist.',
  'target-repeated': 'Two columns are mapped to the same target.',
  'nobody-named': 'No column holds a name or a handle.',
  'dates-ambiguous': 'The dates of a column can be read in two ways.',
  'dates-conflict': 'The dates of a column are written in different ways.',
  'dates-unreadable': 'A column of dates holds none that can be read.',
  'rows-lost': 'The file says how many rows it has, and has another number of them.',
} as const;

export type ImportRowReason = keyof typeof IMPORT_ROW_REASONS;
export type ImportRowNotice = keyof typeof IMPORT_ROW_NOTICES;
export type ImportFileFault = keyof typeof IMPORT_FILE_FAULTS;
