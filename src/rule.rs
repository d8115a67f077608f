//! How a judgement says why it was made.

/// Defines a fieldless enum of rules. Each variant carries the name that leaves the package and, in its doc
/// comment, the one plain sentence that the page shows as the reason.
///
/// Generates `name()`, `why()` and `ALL`, and serialises as the name.
macro_rules! rules {
    ($(#[$meta:meta])* pub enum $rule:ident { $(#[doc = $why:literal] $variant:ident = $name:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $rule { $(#[doc = $why] $variant,)+ }

        impl $rule {
            /// Every rule, in the order of its definition.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The name that leaves the package.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// The reason in one plain sentence.
            #[must_use]
            pub fn why(self) -> &'static str {
                match self { $(Self::$variant => $why.trim(),)+ }
            }
        }

        impl serde::Serialize for $rule {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_unit_variant(stringify!($rule), *self as u32, self.name())
            }
        }
    };
}
pub(crate) use rules;

/// Every rule of every room as (room, name, reason), in the order of the rooms.
#[must_use]
pub fn all() -> Vec<(&'static str, &'static str, &'static str)> {
    fn of<R: Copy>(
        room: &'static str,
        rules: &[R],
        name: fn(R) -> &'static str,
        why: fn(R) -> &'static str,
    ) -> Vec<(&'static str, &'static str, &'static str)> {
        rules.iter().map(|&rule| (room, name(rule), why(rule))).collect()
    }
    use crate::{article, entity, name, quote, readability};
    [
        of("block", article::Rule::ALL, article::Rule::name, article::Rule::why),
        of("mention", name::Rule::ALL, name::Rule::name, name::Rule::why),
        of("date", name::DateRule::ALL, name::DateRule::name, name::DateRule::why),
        of("mention", entity::Rule::ALL, entity::Rule::name, entity::Rule::why),
        of("speaker", quote::Rule::ALL, quote::Rule::name, quote::Rule::why),
        of("otherQuoted", quote::OtherRule::ALL, quote::OtherRule::name, quote::OtherRule::why),
        of("finding", readability::Rule::ALL, readability::Rule::name, readability::Rule::why),
    ]
    .concat()
}
