export const version = "0.1.0";
export const schemaVersion = 1;
