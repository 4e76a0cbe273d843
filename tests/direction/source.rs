//! The source of the program as modules, and what each imports.
//!
//! It is read as text: paths that begin with `crate`, `super`, `self` or the name of a module below, in `use` and in
//! code. Comments, strings and what is compiled for tests only are skipped.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

/// An import of a file by another, at a line of the first.
pub(crate) struct Import {
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) line: usize,
}

/// A file that is compiled into the program.
pub(crate) struct File {
    /// Such as `src/rules/law/params.rs`.
    pub(crate) path: String,
    /// The folder or file of `src` in which it is, such as `rules`.
    pub(crate) room: String,
    /// The names of its module, such as `rules`, `law`, `params`.
    pub(crate) module: Vec<String>,
    tokens: Vec<Token>,
}

impl File {
    /// Returns whether it is above every room.
    pub(crate) fn is_root(&self) -> bool {
        self.module.is_empty()
    }

    /// Returns whether it is this file or in this folder, both given without `src/` and `.rs`.
    pub(crate) fn is_in(&self, place: &str) -> bool {
        let rest = self.path.strip_prefix("src/").and_then(|path| path.strip_prefix(place));
        rest.is_some_and(|rest| rest.starts_with('/') || rest == ".rs")
    }

    /// Returns the folder that it is in, or the file itself beside `lib.rs`.
    pub(crate) fn folder(&self) -> String {
        let folder = Path::new(&self.path).parent().unwrap().to_str().unwrap();
        if folder == "src" { self.path.clone() } else { folder.to_owned() }
    }
}

/// The program as its modules declare it, beginning with `src/lib.rs`.
#[derive(Default)]
pub(crate) struct Source {
    pub(crate) files: Vec<File>,
    /// The file of each module, those written inside a file included.
    modules: BTreeMap<Vec<String>, usize>,
    /// The path that a name exported again by a module stands for.
    exports: BTreeMap<(Vec<String>, String), Vec<String>>,
    pub(crate) imports: Vec<Import>,
}

/// The source of this program, read once.
pub(crate) static SOURCE: LazyLock<Source> = LazyLock::new(Source::read);

/// A path in the source, with the module in which it stands.
struct Mention {
    module: Vec<String>,
    path: Vec<String>,
    line: usize,
    /// The name under which it is exported again.
    exported: Option<String>,
}

impl Source {
    fn read() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut source = Self::default();
        source.add(root, "src/lib.rs".to_owned(), Vec::new());
        let exported = source.files.iter().flat_map(mentions).filter(|mention| mention.exported.is_some());
        for mention in exported.collect::<Vec<_>>() {
            if let Some(path) = source.absolute(&mention) {
                source.exports.insert((mention.module, mention.exported.unwrap()), path);
            }
        }
        source.imports = source.find_imports();
        source
    }

    /// Reads a file, and the files of the modules that it declares.
    fn add(&mut self, root: &Path, path: String, module: Vec<String>) {
        let text = fs::read_to_string(root.join(&path)).unwrap_or_else(|error| panic!("{path}: {error}"));
        let tokens = without_tests(tokens(&text));
        let is_folder = path.ends_with("mod.rs") || path == "src/lib.rs";
        let stem = Path::new(&path).with_extension("");
        let folder = if is_folder { stem.parent().unwrap() } else { &stem }.to_str().unwrap().to_owned();
        let room = module.first().cloned().unwrap_or_default();
        let (inline, declared) = modules_in(&tokens, &module);
        let at = self.files.len();
        self.modules.insert(module.clone(), at);
        self.modules.extend(inline.into_iter().map(|module| (module, at)));
        self.files.push(File { path, room, module: module.clone(), tokens });
        for name in declared {
            let paths = [format!("{folder}/{name}.rs"), format!("{folder}/{name}/mod.rs")];
            let path = paths.into_iter().find(|path| root.join(path).is_file());
            let path = path.unwrap_or_else(|| panic!("{folder}: no file for mod {name}"));
            self.add(root, path, [&module[..], &[name]].concat());
        }
    }

    /// Returns every import of one file by another. What a module exports again from those below it is none of its own.
    fn find_imports(&self) -> Vec<Import> {
        let mut imports = Vec::new();
        for (from, file) in self.files.iter().enumerate() {
            for mention in mentions(file) {
                let Some(path) = self.absolute(&mention) else { continue };
                let to = self.file_of(&path);
                let is_facade = mention.exported.is_some() && self.files[to].module.starts_with(&file.module);
                if to != from && !is_facade {
                    imports.push(Import { from, to, line: mention.line });
                }
            }
        }
        imports
    }

    /// Returns a path from the root of the crate, or `None` when it leads to another crate.
    fn absolute(&self, mention: &Mention) -> Option<Vec<String>> {
        let mut module = mention.module.clone();
        let mut rest = mention.path.as_slice();
        match rest.first()?.as_str() {
            "crate" => module.clear(),
            "self" => {}
            "super" => drop(module.pop()),
            name => {
                let below = [&module[..], &[name.to_owned()]].concat();
                self.modules.get(&below)?;
                module = below;
            }
        }
        rest = &rest[1..];
        while rest.first().is_some_and(|name| name == "super") {
            module.pop();
            rest = &rest[1..];
        }
        Some([&module[..], rest].concat())
    }

    /// Returns the file that holds what a path names.
    fn file_of(&self, path: &[String]) -> usize {
        let mut path = path.to_vec();
        // As often as names are exported again on the way.
        for _ in 0..8 {
            let depth = (0..=path.len()).rev().find(|depth| self.modules.contains_key(&path[..*depth])).unwrap();
            let export = path.get(depth).and_then(|name| self.exports.get(&(path[..depth].to_vec(), name.clone())));
            match export {
                Some(target) => path = [&target[..], &path[depth + 1..]].concat(),
                None => return self.modules[&path[..depth]],
            }
        }
        panic!("{}: exported in a circle", path.join("::"));
    }
}

/// A word or a sign of the source, with its line.
#[derive(Debug)]
struct Token {
    text: String,
    line: usize,
}

/// Takes source apart into words and signs. Comments are left out, strings and characters stand as `""`.
fn tokens(text: &str) -> Vec<Token> {
    let letters: Vec<char> = text.chars().collect();
    let (mut tokens, mut at, mut line) = (Vec::new(), 0, 1);
    let starts =
        |at: usize, text: &str| text.chars().enumerate().all(|(by, letter)| letters.get(at + by) == Some(&letter));
    let is_word = |letter: &char| letter.is_alphanumeric() || *letter == '_';
    while at < letters.len() {
        let begin = at;
        let mut text = String::new();
        if starts(at, "//") {
            at = (at..letters.len()).find(|at| letters[*at] == '\n').unwrap_or(letters.len());
        } else if starts(at, "/*") {
            at = (at..letters.len()).find(|at| starts(*at, "*/")).map_or(letters.len(), |at| at + 2);
        } else if let Some(end) = raw_string(&letters, at) {
            (at, text) = (end, "\"\"".into());
        } else if letters[at] == '"' {
            at += 1;
            while letters.get(at).is_some_and(|letter| *letter != '"') {
                at += if letters[at] == '\\' { 2 } else { 1 };
            }
            (at, text) = (at + 1, "\"\"".into());
        } else if letters[at] == '\'' && letters.get(at + 1) == Some(&'\\') {
            at = (at + 3..letters.len()).find(|at| letters[*at] == '\'').unwrap() + 1;
            text = "\"\"".into();
        } else if letters[at] == '\'' && letters.get(at + 2) == Some(&'\'') {
            (at, text) = (at + 3, "\"\"".into());
        } else if is_word(&letters[at]) {
            at = (at..letters.len()).find(|at| !is_word(&letters[*at])).unwrap_or(letters.len());
            text = letters[begin..at].iter().collect();
        } else if starts(at, "::") {
            (at, text) = (at + 2, "::".into());
        } else {
            at += 1;
            if !letters[begin].is_whitespace() {
                text = letters[begin].into();
            }
        }
        if !text.is_empty() {
            tokens.push(Token { text, line });
        }
        line += letters[begin..at.min(letters.len())].iter().filter(|letter| **letter == '\n').count();
    }
    tokens
}

/// Returns the end of a raw string such as `r#"…"#` that begins here.
fn raw_string(letters: &[char], at: usize) -> Option<usize> {
    let is_word = |letter: &char| letter.is_alphanumeric() || *letter == '_';
    if letters.get(at) != Some(&'r') || at.checked_sub(1).is_some_and(|before| is_word(&letters[before])) {
        return None;
    }
    let hashes = letters[at + 1..].iter().take_while(|letter| **letter == '#').count();
    let open = at + 1 + hashes;
    if letters.get(open) != Some(&'"') {
        return None;
    }
    let closes = |end: &usize| {
        letters[*end] == '"'
            && letters[*end + 1..].iter().take(hashes).filter(|letter| **letter == '#').count() == hashes
    };
    (open + 1..letters.len()).find(closes).map(|end| end + 1 + hashes)
}

/// Leaves out items under `#[cfg(test)]`.
fn without_tests(tokens: Vec<Token>) -> Vec<Token> {
    const TEST: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];
    let is_test =
        |at: usize| TEST.iter().enumerate().all(|(by, text)| tokens.get(at + by).is_some_and(|it| it.text == *text));
    let (mut kept, mut at) = (Vec::new(), 0);
    while at < tokens.len() {
        if is_test(at) {
            at = end_of_item(&tokens, at + TEST.len());
        } else {
            kept.push(at);
            at += 1;
        }
    }
    let mut kept = kept.into_iter().peekable();
    tokens.into_iter().enumerate().filter(|(at, _)| kept.next_if_eq(at).is_some()).map(|(_, token)| token).collect()
}

/// Returns where the item that begins here ends: behind its `;` or its block.
fn end_of_item(tokens: &[Token], begin: usize) -> usize {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate().skip(begin) {
        match token.text.as_str() {
            "{" | "(" | "[" => depth += 1,
            "}" | ")" | "]" => depth -= 1,
            _ => {}
        }
        if depth == 0 && (token.text == ";" || token.text == "}") {
            return at + 1;
        }
    }
    tokens.len()
}

/// Returns the modules written inside a file, and the names of those that have files of their own.
fn modules_in(tokens: &[Token], module: &[String]) -> (Vec<Vec<String>>, Vec<String>) {
    let (mut inline, mut declared) = (Vec::new(), Vec::new());
    for three in tokens.windows(3).filter(|three| three[0].text == "mod") {
        match three[2].text.as_str() {
            ";" => declared.push(three[1].text.clone()),
            "{" => inline.push([module, &[three[1].text.clone()]].concat()),
            _ => {}
        }
    }
    (inline, declared)
}

/// Returns every path that a file mentions, in `use` and in code.
fn mentions(file: &File) -> Vec<Mention> {
    let tokens = &file.tokens;
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text.as_str());
    let mut mentions = Vec::new();
    // The module in which a token stands, and the depth of braces at which it ends.
    let (mut inside, mut depth): (Vec<(Vec<String>, usize)>, usize) = (vec![(file.module.clone(), 0)], 0);
    let mut at = 0;
    while at < tokens.len() {
        let module = &inside.last().unwrap().0;
        let line = tokens[at].line;
        match text(at) {
            "mod" if text(at + 2) == "{" => {
                let below = [&module[..], &[tokens[at + 1].text.clone()]].concat();
                depth += 1;
                inside.push((below, depth));
                at += 3;
            }
            "use" if text(at + 1) != "<" => {
                let is_exported = at > 0 && matches!(text(at - 1), "pub" | ")");
                let mut found = Vec::new();
                at = use_tree(tokens, at + 1, &[], &mut found);
                let of_use = found.into_iter().map(|(path, name, line)| {
                    let exported = is_exported.then_some(name);
                    Mention { module: module.clone(), path, line, exported }
                });
                mentions.extend(of_use);
            }
            "{" => (depth, at) = (depth + 1, at + 1),
            "}" => {
                if inside.len() > 1 && inside.last().unwrap().1 == depth {
                    inside.pop();
                }
                (depth, at) = (depth - 1, at + 1);
            }
            word if text(at + 1) == "::" && word.starts_with(|letter: char| letter.is_alphabetic()) => {
                let mut path = vec![word.to_owned()];
                while text(at + 1) == "::"
                    && text(at + 2).starts_with(|letter: char| letter.is_alphabetic() || letter == '_')
                {
                    path.push(text(at + 2).to_owned());
                    at += 2;
                }
                at += 1;
                mentions.push(Mention { module: module.clone(), path, line, exported: None });
            }
            _ => at += 1,
        }
    }
    mentions
}

/// Reads a tree of `use` behind `prefix` into paths, each with the name that it brings and its line. Returns its end.
fn use_tree(
    tokens: &[Token],
    mut at: usize,
    prefix: &[String],
    found: &mut Vec<(Vec<String>, String, usize)>,
) -> usize {
    let mut path = prefix.to_vec();
    let line = tokens[at].line;
    loop {
        match tokens[at].text.as_str() {
            "{" => {
                at += 1;
                while tokens[at].text != "}" {
                    at = use_tree(tokens, at, &path, found);
                    at += usize::from(tokens[at].text == ",");
                }
                return at + 1;
            }
            "::" | "*" => at += 1,
            "as" => {
                found.push((path, tokens[at + 1].text.clone(), line));
                return at + 2;
            }
            "," | "}" | ";" => {
                let name = path.last().cloned().unwrap_or_default();
                found.push((path, name, line));
                return at;
            }
            "self" if !path.is_empty() => at += 1,
            name => {
                path.push(name.to_owned());
                at += 1;
            }
        }
    }
}
