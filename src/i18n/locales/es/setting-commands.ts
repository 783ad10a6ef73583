import type { SettingCommandTexts } from '../../setting-commands.ts'

const voice = { name: 'voz', description: 'Escribe un nombre, un idioma o un tipo de voz' }
const style = {
  name: 'estilo',
  description: 'Un estilo de la lista o tus palabras: en susurros, como un comentarista deportivo…',
}
const language = { name: 'idioma', description: 'El idioma del texto' }
const channel = { name: 'canal', description: 'El canal; si no lo pones, este' }
const whose = { name: 'para', description: 'De quién es la lista', choices: { me: 'mía', server: 'del servidor' } }

export const settingCommands: SettingCommandTexts = {
  voice: { name: 'voz', description: 'Tu voz en este servidor' },
  'voice set': { name: 'elegir', description: 'Elige tu voz', options: { voice } },
  'voice style': { name: 'estilo', description: 'Elige cómo habla tu voz', options: { style } },
  'voice language': { name: 'idioma', description: 'Elige el idioma en el que escribes', options: { language } },
  'voice speed': {
    name: 'velocidad',
    description: 'Elige lo rápido que habla tu voz',
    options: { speed: { name: 'velocidad', description: '0,5 es la mitad de lo normal; 2, el doble' } },
  },
  'voice time-zone': {
    name: 'zona-horaria',
    description: 'Elige la zona horaria de las horas que escribes',
    options: { zone: { name: 'zona', description: 'Escribe una ciudad: Madrid, Tokyo, New York' } },
  },
  'voice show': { name: 'ver', description: 'Muestra los ajustes de tu voz y de dónde viene cada uno' },
  'voice reset': {
    name: 'restablecer',
    description: 'Restablece los ajustes de tu voz',
    options: {
      setting: {
        name: 'ajuste',
        description: 'Qué restablecer; si no lo pones, todo',
        choices: { voice: 'Voz', style: 'Estilo', language: 'Idioma', speed: 'Velocidad', 'time-zone': 'Zona horaria' },
      },
    },
  },
  'voice preview': { name: 'probar', description: 'Escucha una voz', options: { voice, style } },
  'voice list': { name: 'lista', description: 'Explora todas las voces' },

  style: { name: 'estilo', description: 'Estilos: cómo habla una voz' },
  'style use': { name: 'usar', description: 'Elige cómo habla tu voz', options: { style } },
  'style list': { name: 'lista', description: 'Muestra todos los estilos' },
  'style add': {
    name: 'añadir',
    description: 'Guarda un estilo con un nombre para todos en este servidor',
    options: {
      name: { name: 'nombre', description: 'Un nombre corto' },
      style: { name: 'estilo', description: 'Cómo hablar, con palabras sencillas, en inglés o en chino' },
    },
  },
  'style remove': {
    name: 'quitar',
    description: 'Quita un estilo de este servidor',
    options: { name: { name: 'nombre', description: 'Cómo se llama' } },
  },

  server: { name: 'servidor', description: 'Ajustes de este servidor' },
  'server voice': {
    name: 'voz',
    description: 'Voz predeterminada de quienes no han elegido ninguna',
    options: { voice },
  },
  'server style': {
    name: 'estilo',
    description: 'Estilo predeterminado de quienes no han elegido ninguno',
    options: { style },
  },
  'server language': { name: 'idioma', description: 'Idioma de los mensajes de este servidor', options: { language } },
  'server engine': {
    name: 'servicio',
    description: 'Servicio de voz y modelo',
    options: {
      engine: { name: 'servicio', description: 'El servicio de voz' },
      model: { name: 'modelo', description: 'El modelo del servicio de voz' },
    },
  },
  'server limits': {
    name: 'límites',
    description: 'Cuánto leo y a qué velocidad',
    options: {
      'max-length': { name: 'longitud', description: 'El mensaje más largo que leo, de 1 a 2000 caracteres' },
      queue: { name: 'cola', description: 'Mensajes que pueden esperar, de 1 a 200' },
      'queue-per-member': { name: 'cola-por-miembro', description: 'Mensajes en espera por miembro, de 1 a 50' },
      'per-minute': { name: 'por-minuto', description: 'Mensajes por miembro y minuto, de 1 a 120' },
      'everybody-per-minute': { name: 'todos-por-minuto', description: 'Mensajes por minuto entre todos, de 1 a 600' },
      interrupting: {
        name: 'interrumpir',
        description: 'Quién puede saltar o parar los mensajes de otros',
        choices: { everyone: 'todos los del canal', vote: 'por votación, basta la mitad', managers: 'solo gestores' },
      },
      'alone-after': {
        name: 'sin-nadie',
        description: 'Segundos hasta que salgo de un canal vacío, hasta 86400; 0 significa nunca',
      },
      speed: {
        name: 'velocidad',
        description: 'Velocidad predeterminada de quienes no han elegido ninguna, de 0,5 a 2',
      },
      volume: { name: 'volumen', description: 'El volumen, de 0 a 2' },
    },
  },
  'server announce': {
    name: 'avisos',
    description: 'Lo que digo entre los mensajes',
    options: {
      names: {
        name: 'nombres',
        description: 'Cuándo digo el nombre antes de un mensaje',
        choices: { never: 'nunca', change: 'cuando cambia el autor', always: 'siempre' },
      },
      language: { name: 'idioma', description: 'El idioma de los avisos' },
      joins: { name: 'entradas', description: 'Anunciar quién entra' },
      leaves: { name: 'salidas', description: 'Anunciar quién sale' },
    },
  },
  'server reading': {
    name: 'lectura',
    description: 'Qué mensajes leo',
    options: {
      bots: { description: 'Leer mensajes de bots' },
      webhooks: { description: 'Leer mensajes de webhooks' },
      embeds: {
        name: 'incrustados',
        description: 'Cuánto se lee de un contenido incrustado',
        choices: { off: 'nada', title: 'el título', text: 'título y texto', all: 'todo' },
      },
      'mark-repeats': { name: 'repeticiones', description: 'Reaccionar a los mensajes omitidos por repetidos' },
      'only-in-voice': { name: 'solo-en-voz', description: 'Leer solo a quienes están en el canal de voz' },
      'auto-join': { name: 'unirse-solo', description: 'Unirme cuando el primer miembro entra en el canal de voz' },
      'ignore-prefix': { name: 'prefijo-ignorado', description: 'Omitir los mensajes que empiezan así' },
      'require-prefix': { name: 'prefijo-obligatorio', description: 'Leer solo los mensajes que empiezan así' },
    },
  },
  'server text': {
    name: 'texto',
    description: 'Cómo se convierten los mensajes en palabras',
    options: {
      shorthand: { name: 'abreviaturas', description: 'Decir las abreviaturas completas: tqm como «te quiero mucho»' },
      emoji: {
        name: 'emojis',
        description: 'Cómo se dicen los emojis y las caritas',
        choices: { names: 'por su nombre', count: 'solo cuántos', silent: 'en silencio' },
      },
      'time-zone': { name: 'zona-horaria', description: 'La zona horaria de las horas; escribe una ciudad' },
    },
  },
  'server roles': {
    description: 'A quién leo, según su rol',
    options: {
      role: { name: 'rol', description: 'El rol' },
      rule: {
        name: 'regla',
        description: 'Qué se aplica a quienes tienen este rol',
        choices: { required: 'leer solo a estos', ignored: 'no leer nunca', none: 'ninguna regla' },
      },
    },
  },
  'server budget': {
    name: 'presupuesto',
    description: 'Limita cuántos caracteres digo',
    options: {
      'server-day': { name: 'servidor-día', description: 'Todos juntos, por día' },
      'server-month': { name: 'servidor-mes', description: 'Todos juntos, por mes' },
      'member-day': { name: 'miembro-día', description: 'Cada miembro, por día' },
      'member-month': { name: 'miembro-mes', description: 'Cada miembro, por mes' },
      'when-spent': {
        name: 'al-agotarse',
        description: 'Qué pasa cuando se agota un presupuesto',
        choices: { local: 'seguir con la voz local', stop: 'parar y avisar' },
      },
    },
  },
  'server show': { name: 'ver', description: 'Muestra todos los ajustes de este servidor' },
  'server reset': {
    name: 'restablecer',
    description: 'Restablece ajustes de este servidor',
    options: {
      setting: {
        name: 'ajuste',
        description: 'Qué restablecer',
        choices: {
          voice: 'Voz',
          style: 'Estilo',
          language: 'Idioma',
          engine: 'Servicio de voz',
          limits: 'Límites',
          announce: 'Avisos',
          reading: 'Qué mensajes leo',
          text: 'Cómo se convierten los mensajes en palabras',
          roles: 'Roles',
          budget: 'Presupuesto',
          all: 'Todo lo de aquí',
        },
      },
    },
  },
  'server panel': { description: 'Cambia con botones los ajustes más usados' },

  channel: { name: 'canal', description: 'Ajustes de voz de un canal' },
  'channel voice': {
    name: 'voz',
    description: 'Voz predeterminada, en un canal, de quienes no han elegido ninguna',
    options: { voice, channel },
  },
  'channel style': {
    name: 'estilo',
    description: 'Estilo predeterminado, en un canal, de quienes no han elegido ninguno',
    options: { style, channel },
  },
  'channel language': {
    name: 'idioma',
    description: 'Idioma de los mensajes de un canal',
    options: { language, channel },
  },
  'channel reset': {
    name: 'restablecer',
    description: 'Vuelve a los ajustes del servidor en un canal',
    options: { channel },
  },

  words: { name: 'palabras', description: 'Cómo se pronuncian las palabras' },
  'words add': {
    name: 'añadir',
    description: 'Cambia cómo se pronuncia una palabra',
    options: {
      written: { name: 'escrito', description: 'La palabra tal como se escribe' },
      spoken: { name: 'dicho', description: 'Qué digo en su lugar; si no lo pones, nada' },
      for: whose,
      regex: { description: 'La palabra escrita es una expresión regular (RE2)' },
      'whole-word': { name: 'palabra-entera', description: 'Solo palabras enteras; si no lo pones, sí' },
      'match-case': { name: 'mayúsculas', description: 'Distinguir mayúsculas y minúsculas' },
    },
  },
  'words test': {
    name: 'probar',
    description: 'Mira en qué se convierte un texto y por qué',
    options: { text: { name: 'texto', description: 'El texto, tal como lo escribirías' } },
  },
  'words remove': {
    name: 'quitar',
    description: 'Quita una palabra de la lista',
    options: { written: { name: 'escrito', description: 'La palabra tal como se escribe' }, for: whose },
  },
  'words list': { name: 'lista', description: 'Muestra la lista', options: { for: whose } },
  'words import': {
    name: 'importar',
    description: 'Añade palabras desde un archivo',
    options: {
      file: { name: 'archivo', description: 'Un archivo CSV o JSON como el de /words export; hasta 256 KiB' },
      for: whose,
      replace: { name: 'reemplazar', description: 'Quita todas las demás palabras' },
    },
  },
  'words export': {
    name: 'exportar',
    description: 'Te doy la lista en un archivo',
    options: {
      format: {
        name: 'formato',
        description: 'Formato del archivo',
        choices: { csv: 'CSV (para hojas de cálculo)', json: 'JSON' },
      },
      for: whose,
    },
  },

  nickname: { name: 'apodo', description: 'Cómo te llamo' },
  'nickname set': {
    name: 'elegir',
    description: 'Elige el nombre que digo antes de tus mensajes',
    options: { name: { name: 'nombre', description: 'El nombre, tal como debe sonar' } },
  },
  'nickname reset': { name: 'restablecer', description: 'Vuelve a tu nombre en este servidor' },

  optout: { name: 'no-leerme', description: 'Pide que no lea tus mensajes' },
  'optout here': { name: 'aquí', description: 'No leer nunca mis mensajes en este servidor' },
  'optout everywhere': { name: 'en-todas-partes', description: 'No leer nunca mis mensajes en ningún servidor' },
  'optout off': { name: 'desactivar', description: 'Volver a leer mis mensajes' },

  mydata: { name: 'mis-datos', description: 'Lo que guardo sobre ti' },
  'mydata export': { name: 'exportar', description: 'Te doy en un archivo todo lo que guardo sobre ti' },
  'mydata delete': { name: 'eliminar', description: 'Elimino todo lo que guardo sobre ti' },

  privacy: { name: 'privacidad', description: 'Qué guardo, durante cuánto tiempo y adónde va el texto' },
}
