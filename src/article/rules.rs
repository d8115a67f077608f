//! Why a block is what it is.

use crate::rule::rules;

rules! {
    /// Why a block was given its kind.
    pub enum Rule {
        /// It reads as running text.
        RunningText = "running-text",
        /// It is set apart by quotation marks in the margin.
        QuoteMark = "quote-mark",
        /// It begins with a bullet or a number.
        ListMark = "list-mark",
        /// It stands in a run of short lines without a full stop.
        ListRun = "list-run",
        /// It stands in the lines under a heading such as "Key points".
        UnderListHeading = "under-list-heading",
        /// It is a row of a table.
        TableRow = "table-row",
        /// It is marked up as a heading.
        HeadingMark = "heading-mark",
        /// It is the first line, short and without a full stop.
        FirstLine = "first-line",
        /// It is the first line and most of its words are capitalised.
        TitleCaseFirst = "title-case-first",
        /// It stands under the headline and has no full stop.
        UnderHeadline = "under-headline",
        /// It is short, has no full stop and text follows.
        ShortWithoutStop = "short-without-stop",
        /// It is a short question that the text below it answers.
        QuestionHeading = "question-heading",
        /// All of it is set in bold and it has no full stop.
        BoldLine = "bold-line",
        /// All of it is a date.
        DateAlone = "date-alone",
        /// It says when the article was published or updated.
        DateLabel = "date-label",
        /// It begins with "By" and a name.
        ByName = "by-name",
        /// It is a name beside the date or the headline.
        NameAlone = "name-alone",
        /// It names a writer's job.
        WriterRole = "writer-role",
        /// It begins with a word for pictures, such as "Photo:".
        PictureLabel = "picture-label",
        /// It ends in the credit of a picture.
        PictureCredit = "picture-credit",
        /// It is nothing but the credit of a picture.
        CreditAlone = "credit-alone",
        /// It describes a picture that stands beside it.
        BesidePicture = "beside-picture",
        /// It stands before the text and has no verb.
        BeforeTextNoVerb = "before-text-no-verb",
        /// It points to other articles in so many words.
        RelatedLabel = "related-label",
        /// It is nothing but a link.
        LinkAlone = "link-alone",
        /// It is a title in a list of other articles.
        RelatedList = "related-list",
        /// It says which agency or colleague contributed.
        Contributed = "contributed",
        /// It is nothing but the name of an agency.
        AgencyAlone = "agency-alone",
        /// It says where the article first appeared.
        FirstAppeared = "first-appeared",
        /// It is a label for the source.
        SourceLabel = "source-label",
        /// It is nothing but a web address.
        AddressAlone = "address-alone",
        /// It asks to subscribe, follow, share or sign up.
        CallToAction = "call-to-action",
        /// It is a button or label of the page.
        PageLabel = "page-label",
        /// It is a legal notice of the page.
        LegalNotice = "legal-notice",
        /// It counts comments, shares, views or minutes.
        PageCount = "page-count",
        /// It is an address, a telephone number or a contact.
        ContactLine = "contact-line",
        /// It belongs to the form of a press release.
        ReleaseForm = "release-form",
        /// It is nothing but a time of day.
        TimeStamp = "time-stamp",
        /// It is the name of a section of the paper.
        SectionLabel = "section-label",
        /// It says who the writer is.
        AuthorNote = "author-note",
        /// It has no words.
        NoWords = "no-words",
        /// It stands below the last paragraph and has no full stop.
        BelowText = "below-text",
        /// It stands between paragraphs, is longer than a heading and does not end as text does.
        PictureWords = "picture-words",
        /// It stands in the margin of the page.
        PageMargin = "page-margin",
    }
}
