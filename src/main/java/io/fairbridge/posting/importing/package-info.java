/// Reads files of postings: tables, JSON Lines and public tenders (OCDS). It turns a file into rows and knows neither
/// stores nor GraphQL; what becomes of a row is decided by the posting module around it.
@NullMarked
package io.fairbridge.posting.importing;

import org.jspecify.annotations.NullMarked;
