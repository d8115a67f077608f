/** An invented article: nobody and nothing in it exists. It shows every trait that the page can mark. */
export const ferries = `Minister halts night ferries after second grounding in a month

14 March 2031

By Lena Orrick

The ferry Kestrel rests on a sandbank off Greyling Island on Thursday. (Photo: Pia Sandoval / Coastline News)

PORT MARROW, March 14 (Coastline News) — Transport Minister Helen Ashdown on Friday halted all night crossings between Port Marrow and Greyling Island, a day after a ferry carrying 212 passengers ran aground for the second time in a month.

"Nobody should have to wonder whether the last boat home will arrive," Ashdown told reporters at the harbour office. "We stop," she added, "until we understand what is failing out there."

The Kestrel, which is run by Norvane Lines, struck a sandbank shortly after 11 p.m. on Thursday. No one was hurt, and the ship floated free at dawn.

The Coastal Safety Authority (CSA) opened an inquiry on Feb. 20, three days after the first grounding. The CSA said it would publish its findings "no later than June."

Norvane's chief executive, Tobias Renn, rejected [suggestions](#) that the company had saved on safety. "The charts were current, the crew was rested and the engines were sound," he said. "What moved was the seabed."

Renn called the minister's order "a blunt instrument" and said the company would lose 40,000 tickets before Easter.

**A narrowing channel**

Captain Mara Ashdown, a harbour pilot who is not related to the minister, said the channel had shrunk since the January storms. "I have guided ships through that gap for 19 years," the pilot said. "Last week I would not have taken my own dinghy."

"We had been asking for new soundings since 2029," a senior officer, who asked not to be named because he still works for Norvane, told the Marrow Gazette.

The company's so-called "safe corridor" was last surveyed in the autumn of 2028, according to records seen by Coastline News.

*Related article: [Island schools close as storm cuts cable](#)*

On Greyling, where about 3,100 people depend on the evening boat to reach hospital appointments, shops and work on the mainland, and where the only alternative is a nine-seat aircraft that does not fly in fog, the announcement was met with anger, resignation and, among those who had been aboard on Thursday, undisguised relief.

"My shift ends at nine," said Dov Halloran, a nurse at Port Marrow General Hospital. "If there is no boat, I sleep in a chair."

The minister said a daytime shuttle would start on Monday and that she would review the order on 1 April. Shares in Norvane fell 6 percent on the Eastmark exchange.

*Reporting by Lena Orrick in Port Marrow; editing by Sam Tillery. Harbour Wire contributed to this report.*
`;
