import type { SettingCommandTexts } from '../../setting-commands.ts'

const voice = { name: 'voz', description: 'Comece a digitar um nome, um idioma ou um tipo de voz' }
const style = {
  name: 'estilo',
  description: 'Um estilo da lista ou suas palavras: sussurrando, como um narrador esportivo…',
}
const language = { name: 'idioma', description: 'O idioma do texto' }
const channel = { name: 'canal', description: 'O canal; se você não disser, este' }
const whose = { name: 'para', description: 'De quem é a lista', choices: { me: 'minha', server: 'do servidor' } }

export const settingCommands: SettingCommandTexts = {
  voice: { name: 'voz', description: 'Sua voz neste servidor' },
  'voice set': { name: 'escolher', description: 'Escolha sua voz', options: { voice } },
  'voice style': { name: 'estilo', description: 'Escolha como sua voz fala', options: { style } },
  'voice language': { name: 'idioma', description: 'Escolha o idioma em que você escreve', options: { language } },
  'voice speed': {
    name: 'velocidade',
    description: 'Escolha a rapidez com que sua voz fala',
    options: { speed: { name: 'velocidade', description: '0,5 é metade do normal; 2 é o dobro' } },
  },
  'voice time-zone': {
    name: 'fuso',
    description: 'Escolha o fuso horário das horas que você escreve',
    options: { zone: { name: 'zona', description: 'Digite uma cidade: Sao Paulo, Tokyo, New York' } },
  },
  'voice show': { name: 'ver', description: 'Mostro as configurações da sua voz e de onde vem cada uma' },
  'voice reset': {
    name: 'redefinir',
    description: 'Redefina as configurações da sua voz',
    options: {
      setting: {
        name: 'configuração',
        description: 'O que redefinir; se você não disser, tudo',
        choices: {
          voice: 'Voz',
          style: 'Estilo',
          language: 'Idioma',
          speed: 'Velocidade',
          'time-zone': 'Fuso horário',
        },
      },
    },
  },
  'voice preview': { name: 'testar', description: 'Ouça uma voz', options: { voice, style } },
  'voice list': { name: 'lista', description: 'Veja todas as vozes' },

  style: { name: 'estilo', description: 'Estilos: como uma voz fala' },
  'style use': { name: 'usar', description: 'Escolha como sua voz fala', options: { style } },
  'style list': { name: 'lista', description: 'Mostro todos os estilos' },
  'style add': {
    name: 'adicionar',
    description: 'Salve um estilo com um nome para todos neste servidor',
    options: {
      name: { name: 'nome', description: 'Um nome curto' },
      style: { name: 'estilo', description: 'Como falar, em palavras simples, em inglês ou chinês' },
    },
  },
  'style remove': {
    name: 'remover',
    description: 'Remova um estilo deste servidor',
    options: { name: { name: 'nome', description: 'Como ele se chama' } },
  },

  server: { name: 'servidor', description: 'Configurações deste servidor' },
  'server voice': { name: 'voz', description: 'Voz padrão de quem não escolheu nenhuma', options: { voice } },
  'server style': { name: 'estilo', description: 'Estilo padrão de quem não escolheu nenhum', options: { style } },
  'server language': { name: 'idioma', description: 'Idioma das mensagens deste servidor', options: { language } },
  'server engine': {
    name: 'serviço',
    description: 'Serviço de voz e modelo',
    options: {
      engine: { name: 'serviço', description: 'O serviço de voz' },
      model: { name: 'modelo', description: 'O modelo do serviço de voz' },
    },
  },
  'server limits': {
    name: 'limites',
    description: 'Quanto eu leio e com que rapidez',
    options: {
      'max-length': { name: 'tamanho', description: 'A maior mensagem que leio, de 1 a 2.000 caracteres' },
      queue: { name: 'fila', description: 'Mensagens que podem esperar, de 1 a 200' },
      'queue-per-member': { name: 'fila-por-membro', description: 'Mensagens na fila por membro, de 1 a 50' },
      'per-minute': { name: 'por-minuto', description: 'Mensagens por membro e minuto, de 1 a 120' },
      'everybody-per-minute': {
        name: 'todos-por-minuto',
        description: 'Mensagens por minuto de todos juntos, de 1 a 600',
      },
      interrupting: {
        name: 'interromper',
        description: 'Quem pode pular ou parar mensagens dos outros',
        choices: { everyone: 'todos do canal', vote: 'por votação, basta metade', managers: 'só quem gerencia' },
      },
      'alone-after': {
        name: 'sem-ninguém',
        description: 'Segundos até eu sair de um canal vazio, até 86.400; 0 significa nunca',
      },
      speed: { name: 'velocidade', description: 'Velocidade padrão de quem não escolheu nenhuma, de 0,5 a 2' },
      volume: { description: 'O volume, de 0 a 2' },
    },
  },
  'server announce': {
    name: 'avisos',
    description: 'O que eu digo entre as mensagens',
    options: {
      names: {
        name: 'nomes',
        description: 'Quando digo o nome antes de uma mensagem',
        choices: { never: 'nunca', change: 'quando o autor muda', always: 'sempre' },
      },
      language: { name: 'idioma', description: 'O idioma dos avisos' },
      joins: { name: 'entradas', description: 'Anunciar quem entra' },
      leaves: { name: 'saídas', description: 'Anunciar quem sai' },
    },
  },
  'server reading': {
    name: 'leitura',
    description: 'Quais mensagens eu leio',
    options: {
      bots: { description: 'Ler mensagens de bots' },
      webhooks: { description: 'Ler mensagens de webhooks' },
      embeds: {
        description: 'Quanto de um embed é lido',
        choices: { off: 'nada', title: 'o título', text: 'título e texto', all: 'tudo' },
      },
      'mark-repeats': { name: 'repetições', description: 'Reagir a mensagens ignoradas por serem repetidas' },
      'only-in-voice': { name: 'só-na-voz', description: 'Ler só quem está no canal de voz' },
      'auto-join': {
        name: 'entrar-sozinho',
        description: 'Entrar quando o primeiro membro chega ao canal de voz',
      },
      'ignore-prefix': { name: 'prefixo-ignorado', description: 'Pular mensagens que começam assim' },
      'require-prefix': { name: 'prefixo-obrigatório', description: 'Ler só mensagens que começam assim' },
    },
  },
  'server text': {
    name: 'texto',
    description: 'Como as mensagens viram palavras',
    options: {
      shorthand: { name: 'abreviações', description: 'Dizer abreviações por extenso: vc como “você”' },
      emoji: {
        name: 'emojis',
        description: 'Como emojis e carinhas são ditos',
        choices: { names: 'pelo nome', count: 'só quantos', silent: 'em silêncio' },
      },
      'time-zone': { name: 'fuso', description: 'O fuso horário das horas; digite uma cidade' },
    },
  },
  'server roles': {
    name: 'cargos',
    description: 'Quem eu leio, por cargo',
    options: {
      role: { name: 'cargo', description: 'O cargo' },
      rule: {
        name: 'regra',
        description: 'O que vale para quem tem esse cargo',
        choices: { required: 'ler só estes', ignored: 'nunca ler', none: 'nenhuma regra' },
      },
    },
  },
  'server budget': {
    name: 'limite-de-fala',
    description: 'Limite quantos caracteres eu falo',
    options: {
      'server-day': { name: 'servidor-dia', description: 'Todos juntos, por dia' },
      'server-month': { name: 'servidor-mês', description: 'Todos juntos, por mês' },
      'member-day': { name: 'membro-dia', description: 'Cada membro, por dia' },
      'member-month': { name: 'membro-mês', description: 'Cada membro, por mês' },
      'when-spent': {
        name: 'quando-acabar',
        description: 'O que acontece quando um limite acaba',
        choices: { local: 'continuar com a voz local', stop: 'parar e avisar' },
      },
    },
  },
  'server show': { name: 'ver', description: 'Mostro todas as configurações deste servidor' },
  'server reset': {
    name: 'redefinir',
    description: 'Redefina configurações deste servidor',
    options: {
      setting: {
        name: 'configuração',
        description: 'O que redefinir',
        choices: {
          voice: 'Voz',
          style: 'Estilo',
          language: 'Idioma',
          engine: 'Serviço de voz',
          limits: 'Limites',
          announce: 'Avisos',
          reading: 'Quais mensagens eu leio',
          text: 'Como as mensagens viram palavras',
          roles: 'Cargos',
          budget: 'Limite de fala',
          all: 'Tudo daqui',
        },
      },
    },
  },
  'server panel': { name: 'painel', description: 'Mude com botões as configurações mais usadas' },

  channel: { name: 'canal', description: 'Configurações de voz de um canal' },
  'channel voice': {
    name: 'voz',
    description: 'Voz padrão, em um canal, de quem não escolheu nenhuma',
    options: { voice, channel },
  },
  'channel style': {
    name: 'estilo',
    description: 'Estilo padrão, em um canal, de quem não escolheu nenhum',
    options: { style, channel },
  },
  'channel language': {
    name: 'idioma',
    description: 'Idioma das mensagens de um canal',
    options: { language, channel },
  },
  'channel reset': {
    name: 'redefinir',
    description: 'Volte às configurações do servidor em um canal',
    options: { channel },
  },

  words: { name: 'palavras', description: 'Como as palavras são pronunciadas' },
  'words add': {
    name: 'adicionar',
    description: 'Mude como uma palavra é pronunciada',
    options: {
      written: { name: 'escrito', description: 'A palavra como está escrita' },
      spoken: { name: 'falado', description: 'O que falar no lugar; se você não disser, nada' },
      for: whose,
      regex: { description: 'A palavra escrita é uma expressão regular (RE2)' },
      'whole-word': {
        name: 'palavra-inteira',
        description: 'Só palavras inteiras; se você não disser, sim',
      },
      'match-case': { name: 'maiúsculas', description: 'Diferenciar maiúsculas e minúsculas' },
    },
  },
  'words test': {
    name: 'testar',
    description: 'Veja o que um texto vira, e por quê',
    options: { text: { name: 'texto', description: 'O texto, como você escreveria' } },
  },
  'words remove': {
    name: 'remover',
    description: 'Remova uma palavra da lista',
    options: { written: { name: 'escrito', description: 'A palavra como está escrita' }, for: whose },
  },
  'words list': { name: 'lista', description: 'Mostro a lista', options: { for: whose } },
  'words import': {
    name: 'importar',
    description: 'Adicione palavras de um arquivo',
    options: {
      file: { name: 'arquivo', description: 'Um arquivo CSV ou JSON como o de /words export; até 256 KiB' },
      for: whose,
      replace: { name: 'substituir', description: 'Remove todas as outras palavras' },
    },
  },
  'words export': {
    name: 'exportar',
    description: 'Entrego a lista em um arquivo',
    options: {
      format: {
        name: 'formato',
        description: 'Formato do arquivo',
        choices: { csv: 'CSV (para planilhas)', json: 'JSON' },
      },
      for: whose,
    },
  },

  nickname: { name: 'apelido', description: 'Como eu chamo você' },
  'nickname set': {
    name: 'escolher',
    description: 'Escolha o nome que eu digo antes das suas mensagens',
    options: { name: { name: 'nome', description: 'O nome, do jeito que deve soar' } },
  },
  'nickname reset': { name: 'redefinir', description: 'Volte ao seu nome neste servidor' },

  optout: { name: 'não-me-ler', description: 'Peça para eu não ler suas mensagens' },
  'optout here': { name: 'aqui', description: 'Nunca ler minhas mensagens neste servidor' },
  'optout everywhere': { name: 'em-todo-lugar', description: 'Nunca ler minhas mensagens em nenhum servidor' },
  'optout off': { name: 'desativar', description: 'Voltar a ler minhas mensagens' },

  mydata: { name: 'meus-dados', description: 'O que eu guardo sobre você' },
  'mydata export': { name: 'exportar', description: 'Entrego em um arquivo tudo o que guardo sobre você' },
  'mydata delete': { name: 'excluir', description: 'Excluo tudo o que guardo sobre você' },

  privacy: { name: 'privacidade', description: 'O que guardo, por quanto tempo e para onde vão os textos' },
}
